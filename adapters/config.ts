import { z } from 'zod';

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `give a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `give a whole number from ${least} to ${most}`);

const origin = z
  .string()
  .trim()
  .transform((text, context) => {
    if (text === '*') return text;
    const url = URL.parse(text);
    if (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '') {
      return url.origin;
    }
    context.addIssue({
      code: 'custom',
      message: 'give origins such as https://www.rk.dk, separated by commas, or * for any site',
    });
    return z.NEVER;
  });

const environmentShape = z.object({
  FIND_VEJ_PORT: wholeNumber(0, 65535).default(3978),
  FIND_VEJ_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'give a host name or an IP address, such as 127.0.0.1')
    .default('127.0.0.1'),
  FIND_VEJ_DATA: z.string().min(1, 'give a folder, such as ./data').default('./data'),
  FIND_VEJ_MUNICIPALITY: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'give the name of a folder in knowledge/content, such as rodovre')
    .default('rodovre'),
  FIND_VEJ_TOKEN_SECRET: z
    .string()
    .min(32, 'give at least 32 random characters, or leave it out and one is made in the data folder')
    .optional(),
  FIND_VEJ_KEEP_DAYS: wholeNumber(1, 3650).default(30),
  FIND_VEJ_ORIGINS: z
    .string()
    .transform((text) => text.split(',').filter((part) => part.trim() !== ''))
    .pipe(z.array(origin))
    .default([]),
  FIND_VEJ_LOG: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'give fatal, error, warn, info, debug or silent',
    })
    .default('info'),
});

/** Every setting of the server, read once. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of the database and the generated secret. */
  readonly data: string;
  readonly municipality: string;
  /** Signs the tokens; null means one is kept in the data folder. */
  readonly tokenSecret: string | null;
  readonly keepDays: number;
  /** Sites that may embed the chat besides the server's own; `*` is any. */
  readonly origins: readonly string[];
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

/** Reads the environment. An empty value counts as left out. Wrong values come back as one sentence each. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly problems: readonly string[] } {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name.startsWith('FIND_VEJ_') && value !== ''),
  );
  const read = environmentShape.safeParse(given);
  if (!read.success) {
    const names = [...new Set(read.error.issues.map((issue) => String(issue.path[0])))];
    return { problems: names.map((name) => problemWith(name, given[name], read.error.issues)) };
  }
  const values = read.data;
  return {
    config: {
      port: values.FIND_VEJ_PORT,
      host: values.FIND_VEJ_HOST,
      data: values.FIND_VEJ_DATA,
      municipality: values.FIND_VEJ_MUNICIPALITY,
      tokenSecret: values.FIND_VEJ_TOKEN_SECRET ?? null,
      keepDays: values.FIND_VEJ_KEEP_DAYS,
      origins: values.FIND_VEJ_ORIGINS,
      logLevel: values.FIND_VEJ_LOG,
    },
  };
}

function problemWith(name: string, value: string | undefined, issues: readonly z.core.$ZodIssue[]): string {
  const remedy = issues.find((issue) => issue.path[0] === name)?.message ?? 'see .env.example';
  // A secret is never shown, not even a wrong one.
  const shown = name === 'FIND_VEJ_TOKEN_SECRET' ? 'too short' : `"${value}"`;
  return `${name} is ${shown}: ${remedy}.`;
}
