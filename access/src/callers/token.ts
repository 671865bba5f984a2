import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import type { FetchImplementation, JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** What Grafana's token says of whom it was made for. */
export interface TokenClaims {
  /** `user`, `service-account`, `anonymous`, … */
  readonly type: string;
  readonly authenticatedBy: string;
  readonly username: string;
}

/** Answers the claims of a genuine token for this organisation, or why it is not one; never throws. */
export type VerifyToken = (
  token: string,
  orgId: number,
) => Promise<{ readonly claims: TokenClaims } | { readonly reason: string }>;

export interface TokenOptions {
  /** Grafana's root address, as its configuration has it: the issuer of its tokens. */
  readonly issuer: string;
  /** Where this Grafana answers us, for its public keys; absent: at the issuer. */
  readonly grafana?: string;
  readonly fetch?: FetchImplementation;
}

const claimsSchema = z.object({
  type: z.string(),
  authenticatedBy: z.string().default(''),
  username: z.string().default(''),
});

const KEYS_PATH = '/api/signing-keys/keys';

const keysOf = ({ issuer, grafana = issuer, fetch }: TokenOptions): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(grafana.replace(/\/+$/, '') + KEYS_PATH), {
    timeoutDuration: 5_000,
    ...(fetch !== undefined && { [customFetch]: fetch }),
  });

/** Checks the tokens (X-Grafana-Id, ES256, ten minutes) that Grafana signs for whoever is signed in. */
export function createTokenVerifier(options: TokenOptions): VerifyToken {
  const keys = keysOf(options);
  return async (token, orgId) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['ES256'],
        issuer: options.issuer,
        audience: `org:${orgId}`,
        requiredClaims: ['exp', 'sub'],
      });
      return { claims: claimsSchema.parse(payload) };
    } catch (error) {
      return { reason: reasonOf(error) };
    }
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `the token's claim "${error.claim}" is not this Grafana's or this organisation's`;
  }
  if (error instanceof errors.JWKSTimeout) return `Grafana's keys did not come in time`;
  return `the token can't be verified: ${error instanceof Error ? error.message : String(error)}`;
}
