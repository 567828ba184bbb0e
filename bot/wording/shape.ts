import type { da } from './da.ts';

/** The same keys as Danish, with words of one's own: a missing string does not compile. */
export type Wording = Texts<typeof da>;
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** Every key of the wording, dotted: `plan.title`. */
export type Key = Dotted<typeof da>;
type Dotted<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Dotted<T[K]>}` }[keyof T &
  string];
