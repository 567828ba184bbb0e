import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** Clients refresh every 15 minutes, whatever they are told; so a token lives twice as long. */
export const tokenLifeSeconds = 30 * 60;

const issuer = 'find-vej';
const audience = 'find-vej/directline';
/** Tokens signed or verified here are remembered, so that a signature is checked once at most, not at every message. */
const mostRemembered = 20_000;

const claimsShape = z.object({
  conv: z.string(),
  user: z.string(),
  lang: z.string().optional(),
  fresh: z.literal(true).optional(),
  exp: z.number(),
});

/** What a token says. */
export interface Claims {
  readonly conversationId: string;
  /** Clients take their user's id from here; it is one we made up, or the site did. */
  readonly user: string;
  /** The language asked for when the conversation begins. */
  readonly language?: string;
  /** Set as long as the token may open its conversation; a token handed out by an open one may not open it again. */
  readonly fresh?: true;
}

export interface Tokens {
  sign(claims: Claims): Promise<string>;
  /** Null when the token is expired, forged or not ours. */
  verify(token: string): Promise<Claims | null>;
}

/** Tokens signed with one secret (HS256). `now` gives epoch milliseconds. */
export function createTokens(secret: string, now: () => number): Tokens {
  const key = new TextEncoder().encode(secret);
  const remembered = new Map<string, { readonly claims: Claims; readonly until: number }>();

  function remember(token: string, claims: Claims, expires: number): void {
    if (remembered.size >= mostRemembered) {
      for (const oldest of [...remembered.keys()].slice(0, mostRemembered / 10)) remembered.delete(oldest);
    }
    remembered.set(token, { claims, until: expires * 1000 });
  }

  return {
    async sign(claims) {
      const issued = Math.floor(now() / 1000);
      const token = await new SignJWT({
        conv: claims.conversationId,
        user: claims.user,
        ...(claims.language === undefined ? {} : { lang: claims.language }),
        ...(claims.fresh === undefined ? {} : { fresh: claims.fresh }),
      })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(issued)
        .setExpirationTime(issued + tokenLifeSeconds)
        .sign(key);
      remember(token, claims, issued + tokenLifeSeconds);
      return token;
    },
    async verify(token) {
      const known = remembered.get(token);
      if (known !== undefined) return now() < known.until ? known.claims : null;
      const read = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        issuer,
        audience,
        currentDate: new Date(now()),
      }).catch(() => null);
      const parsed = claimsShape.safeParse(read?.payload);
      if (!parsed.success) return null;
      const { conv, user, lang, fresh, exp } = parsed.data;
      const claims: Claims = {
        conversationId: conv,
        user,
        ...(lang === undefined ? {} : { language: lang }),
        ...(fresh === undefined ? {} : { fresh }),
      };
      remember(token, claims, exp);
      return claims;
    },
  };
}
