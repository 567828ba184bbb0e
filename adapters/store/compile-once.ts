import type { Compilable, CompiledQuery } from 'kysely';

const slotName = Symbol('slot');
interface Slot {
  readonly [slotName]: string;
}

function isSlot(value: unknown): value is Slot {
  return typeof value === 'object' && value !== null && slotName in value;
}

/**
 * Compiles a query a single time and returns what fills in its parameters: building and compiling one costs more than
 * running it. The values given while building are places only, so the query must not depend on them.
 */
export function compileOnce<Values extends object, Row>(
  build: (slots: Values) => Compilable<Row>,
): (values: Values) => CompiledQuery<Row> {
  const slots = new Proxy({} as Values, {
    get: (_target, name): Slot => ({ [slotName]: String(name) }),
  });
  const compiled = build(slots).compile();
  const sources = compiled.parameters.map((parameter) => {
    if (isSlot(parameter)) {
      const name = parameter[slotName] as keyof Values;
      return (values: Values): unknown => values[name];
    }
    return (): unknown => parameter;
  });
  return (values) => ({ ...compiled, parameters: sources.map((source) => source(values)) });
}
