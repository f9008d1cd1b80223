import type { KeyRole } from '@wuhu/contracts'
import { Command, InvalidArgumentError, Option } from 'commander'
import { createSigner, parseAgency, roles } from '../identity.ts'
import { type Shell, write, writeJson } from '../shell.ts'
import { type CommonOptions, dataOf, withCommonOptions } from '../stack.ts'

interface TokenOptions extends CommonOptions {
  readonly agency: string
  readonly role: KeyRole
  readonly lifetime: number
}

/** Seconds; services refuse tokens that live longer than 300. @throws InvalidArgumentError */
function parseLifetime(text: string): number {
  const seconds = Number(text)
  if (/^\d+$/.test(text) && seconds >= 1 && seconds <= 300) return seconds
  throw new InvalidArgumentError('应为 1 到 300 秒 · 1 to 300 seconds')
}

/** `wuhu token`: a bearer token on standard output, and nothing else. */
export function tokenCommand(shell: Shell): Command {
  const command = new Command('token')
    .description('签发访问令牌，供 curl 等使用 · print a bearer token, for curl and the like')
    .requiredOption('--agency <code>', '成员单位代码，如 amr · agency code, such as amr', parseAgency)
    .addOption(new Option('--role <role>', '密钥的角色 · role of the key').choices(roles).default('agency-system'))
    .option('--lifetime <seconds>', '有效期，秒 · seconds that it lives', parseLifetime, 300)
  return withCommonOptions(command, '{token, agency, role, expiresAt}').action(async (options: TokenOptions) => {
    const { agency, role, lifetime } = options
    const sign = createSigner(dataOf(shell, options), { agency, role })
    const token = await sign(lifetime)
    if (!options.json) return write(shell.stdout, `${token}\n`)
    const { beijingTime } = await import('@wuhu/contracts')
    await writeJson(shell.stdout, { token, agency, role, expiresAt: beijingTime(expiryOf(token)) })
  })
}

/** The token itself knows best when it ends. */
function expiryOf(token: string): Date {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { exp: number }
  return new Date(claims.exp * 1000)
}
