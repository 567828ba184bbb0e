/** Something wrong in the content, with its place and the way out. `note` is worth an editor's look and stops nothing. */
export interface Problem {
  readonly severity: 'error' | 'note';
  /** Stable, for tools: `unknown-reference`, `bad-shape`, … */
  readonly code: string;
  /** Relative to the content folder. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Where in the file, such as `services.sygedagpenge.provider`; empty when it is the file itself. */
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
}

/** One line for a terminal: place, what is wrong, what to do. */
export function describe(problem: Problem): string {
  const place = `${problem.file}:${problem.line}`;
  const hint = problem.hint === undefined ? '' : ` → ${problem.hint}`;
  const path = problem.path === '' ? '' : `${problem.path}: `;
  return `${place}  ${path}${problem.message}${hint}`;
}
