import { readFile } from 'node:fs/promises'
import { fail } from '@wuhu/host'
import type { OidcSettings } from './sign-in/oidc-provider.ts'

interface Config {
  readonly OIDC_ISSUER?: string
  readonly OIDC_CLIENT_ID?: string
  readonly OIDC_CLIENT_SECRET_FILE?: string
  readonly OIDC_NAME: string
  readonly OIDC_SCOPE: string
  readonly OIDC_AGENCY_CLAIM?: string
  readonly OIDC_PERSON_CLAIM?: string
}

/** The provider that the settings name; undefined without one. @throws Stop for half of one */
export async function oidcSettingsOf(config: Config): Promise<OidcSettings | undefined> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET_FILE: file } = config
  const { OIDC_AGENCY_CLAIM: agency, OIDC_PERSON_CLAIM: person } = config
  if (issuer === undefined) return undefined
  if (clientId === undefined || file === undefined) {
    fail(
      'OIDC_ISSUER 须与 OIDC_CLIENT_ID、OIDC_CLIENT_SECRET_FILE 同用 · OIDC_ISSUER needs the client id and its secret'
    )
  }
  if ((agency === undefined) !== (person === undefined)) {
    fail('OIDC_AGENCY_CLAIM 与 OIDC_PERSON_CLAIM 须同时设置 · OIDC_AGENCY_CLAIM and OIDC_PERSON_CLAIM go together')
  }
  return {
    issuer,
    clientId,
    clientSecret: await readSecret('OIDC_CLIENT_SECRET_FILE', file),
    name: config.OIDC_NAME,
    scope: config.OIDC_SCOPE,
    claims: agency !== undefined && person !== undefined ? { agency, person } : undefined,
    timeout: 10_000
  }
}

/** A secret from its file, without the line's end. @throws Stop when it cannot be read or is empty */
export async function readSecret(name: string, file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    fail(`${name} 无法读取 · ${name} cannot be read: ${file} (${error.code})`)
  )
  return text.trim() || fail(`${name} 为空 · ${name} is empty: ${file}`)
}
