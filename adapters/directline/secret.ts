import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileName = 'token-secret';

/**
 * The secret that signs tokens: the one given, else the one kept in the data folder, made there (readable by its
 * owner alone) when there is none. Throws the file system's error when the folder cannot be used.
 */
export function readSecret(dataFolder: string, given: string | null): string {
  if (given !== null) return given;
  const path = join(dataFolder, fileName);
  if (existsSync(path)) {
    const kept = readFileSync(path, 'utf8').trim();
    if (kept.length >= 32) {
      chmodSync(path, 0o600);
      return kept;
    }
  }
  mkdirSync(dataFolder, { recursive: true });
  const made = randomBytes(48).toString('base64url');
  writeFileSync(path, `${made}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
  return made;
}
