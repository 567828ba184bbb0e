import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong with the form of an entry: where, what, and the way out. */
export interface FormFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly hint: string;
}

/** Turns what zod found into faults an editor can mend, each at the innermost place that is known to be wrong. */
export function formFaults(issues: readonly Issue[], raw: unknown): readonly FormFault[] {
  return issues.flatMap(innermost).map((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const path = [...issue.path, ...keys.slice(0, 1)];
    return { path, message: issue.message, hint: remedy(issue, valueAt(raw, issue.path)) };
  });
}

/** A condition that is wrong deep inside is told there, not at its beginning. */
function innermost(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const deeper = issue.errors
    .flat()
    .filter((inner) => inner.code === 'invalid_union' && inner.path.length > 0)
    .flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
  if (deeper.length === 0) return [issue];
  return deeper.map((inner) => ({ ...inner, message: issue.message }));
}

function remedy(issue: Issue, given: unknown): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'check the spelling, or take it out';
    case 'invalid_type':
      if (given === undefined) return 'write this field; every entry needs it';
      return issue.expected === 'string' ? 'put it in quotes' : `write a value of type ${issue.expected}`;
    case 'invalid_value':
      return `write one of: ${issue.values.join(', ')}`;
    case 'too_small':
      return `give ${issue.minimum} or more`;
    case 'too_big':
      return `give ${issue.maximum} or fewer`;
    case 'invalid_format':
      return issue.format === 'url' ? 'write an address that begins with https://' : 'write it in that form';
    default:
      return 'write it as the message says';
  }
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}
