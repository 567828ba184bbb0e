import { z } from 'zod';
import { type Session, sessionShape } from './session.ts';

/** A kept session that this program cannot go on with; says nothing of what it holds. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
  readonly code: 'session-newer' | 'session-unreadable';

  constructor(code: SessionError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const newest = 1;
const versionShape = z.looseObject({ version: z.number().int().positive() });

/**
 * A session as it was kept by this or any older version of the program, in today's shape. Throws `session-newer` or
 * `session-unreadable`.
 */
export function migrateSession(kept: unknown): Session {
  const versioned = versionShape.safeParse(kept);
  if (!versioned.success) throw unreadable('version');
  const { version } = versioned.data;
  if (version > newest) {
    throw new SessionError(
      'session-newer',
      `The session is of version ${version}, this program knows up to ${newest}: update the program.`,
    );
  }
  // A version 2 begins with a `version1Shape` of its own and a function from it to version 2, called here.
  const session = sessionShape.safeParse(kept);
  // The path names a field, not what a citizen answered in it.
  if (!session.success) throw unreadable(String(session.error.issues[0]?.path[0] ?? 'session'));
  return session.data;
}

function unreadable(field: string): SessionError {
  return new SessionError(
    'session-unreadable',
    `The session cannot be read at "${field}": restore the database from a backup, or delete the conversation.`,
  );
}
