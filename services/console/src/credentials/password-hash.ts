import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2)

/** Argon2id as OWASP's password storage cheat sheet has it: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const

/** Four threads derive at once; so many more wait, then callers are told to come again. */
const mostWaiting = 60
let waiting = 0

/** More attempts come than this process can derive. */
export class TooBusy extends Error {
  constructor() {
    super('too many passwords are being checked')
    this.name = 'TooBusy'
  }
}

async function hash(password: string, nonce: Buffer, parameters: Omit<Argon2Parameters, 'message' | 'nonce'>) {
  if (waiting >= mostWaiting) throw new TooBusy()
  waiting += 1
  try {
    return await derive('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, ...parameters })
  } finally {
    waiting -= 1
  }
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** `$argon2id$v=19$m=...,t=...,p=...$salt$hash`: the PHC string format. @throws TooBusy */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await hash(password, nonce, cost)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

// What an account that does not exist is compared with: the same work, and never equal.
const nobody = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(randomBytes(16))}$${base64(randomBytes(32))}`

/**
 * Whether the password is the one that was hashed. Without a hash the work is the same and the answer no.
 * @throws TooBusy, TypeError for a stored hash that is none
 */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = phc.exec(stored ?? nobody) ?? []
  if (memory === undefined) throw new TypeError('not an argon2id hash')
  const expected = Buffer.from(tag, 'base64')
  const found = await hash(password, Buffer.from(salt, 'base64'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length
  })
  return timingSafeEqual(found, expected) && stored !== undefined
}

/** Whether it was made with other parameters than those of today. */
export const isOutdated = (stored: string): boolean =>
  !stored.startsWith(`$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$`)
