import { randomBytes } from 'node:crypto'
import type { MasterKey } from './master-key.ts'

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const count = 10

/** Ten codes of 16 letters and digits (79 bits), as `xxxx-xxxx-xxxx-xxxx`: each is good for one sign-in. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: count }, () => {
    const letters: string[] = []
    while (letters.length < 16) {
      for (const byte of randomBytes(16)) {
        // Bytes beyond a multiple of the alphabet's length would favour its first letters.
        if (byte < 248 && letters.length < 16) letters.push(alphabet[byte % alphabet.length] ?? '')
      }
    }
    return letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-')
  })
}

/** Whether it has the form of one: it is then no code of a generator. */
export const looksLikeRecoveryCode = (text: string): boolean => /^[a-z2-9]{4}(?:-[a-z2-9]{4}){3}$/.test(text)

/** What is kept of a code: useless without the console's key, and for another account. */
export const recoveryHash = (key: MasterKey, account: string, code: string): Buffer =>
  key.tag('recovery', `${account}\n${code}`)
