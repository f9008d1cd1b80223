import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyRole } from '@wuhu/contracts'
import { InvalidArgumentError } from 'commander'
import { failure } from './failure.ts'

/** Roles that act through a key of their own. */
export const roles = [
  'agency-system',
  'security-admin',
  'system-admin',
  'audit-admin'
] as const satisfies readonly KeyRole[]

/** As whom a command calls. */
export interface Identity {
  readonly agency: string
  readonly role: KeyRole
}

/** Code of the conference's office 联席会议办公室, whose administrators operate and audit. */
export const office = 'amr'

/** @throws InvalidArgumentError unless it has the form of an agency's code */
export function parseAgency(text: string): string {
  if (/^[a-z](?:[a-z0-9-]{0,30}[a-z0-9])?$/.test(text)) return text
  throw new InvalidArgumentError('应为成员单位代码，如 amr · an agency code such as amr')
}

/** @throws InvalidArgumentError unless it has the form of a person's reference 人员代号 */
export function parsePerson(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text)) return text
  throw new InvalidArgumentError('应为字母、数字、. _ - 组成的代号 · a reference of letters, digits, . _ -')
}

/** `psb` is the system of the agency psb; `psb.audit-admin` one of its administrators. @throws InvalidArgumentError */
export function parseIdentity(text: string): Identity {
  const [agency = '', role = 'agency-system', ...more] = text.split('.')
  const known = roles.find((one) => one === role)
  if (known && more.length === 0) return { agency: parseAgency(agency), role: known }
  throw new InvalidArgumentError(`应为 单位[.角色] · <agency>[.<role>], role one of ${roles.join(', ')}`)
}

/**
 * Mints bearer tokens with the key that the stack keeps at `keys/<agency>.<role>.nk`. Each call makes a new one: a token
 * may be used for one write.
 * @throws Failure when the folder holds no such key
 */
export function createSigner(folder: string, { agency, role }: Identity): (lifetime?: number) => Promise<string> {
  const file = join(folder, 'keys', `${agency}.${role}.nk`)
  let seed: string
  try {
    seed = readFileSync(file, 'utf8').trim()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? ['没有', 'there is no'] : ['无法读取', 'cannot read the']
    throw failure('unauthorised', 'no-key', `${why[0]} ${agency} 的 ${role} 密钥`, `${why[1]} key ${file}`)
  }
  return async (lifetime) => {
    const { mintToken } = await import('@wuhu/access/mint-token')
    try {
      return await mintToken({ seed, agency, ...(lifetime !== undefined && { lifetime }) })
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      throw failure('unauthorised', 'bad-key', `${file} 不是有效的密钥`, `${file} holds no valid key`)
    }
  }
}
