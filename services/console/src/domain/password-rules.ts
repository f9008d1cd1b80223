/** Found wanting: the code of a message. */
export type PasswordFault = 'password.too-short' | 'password.too-long' | 'password.contains-account' | 'password.common'

export const shortestPassword = 12
const longestPassword = 128

const common =
  /^(?:(?:password|passw0rd|p@ssw0rd|admin|administrator|welcome|letmein|iloveyou|qwerty(?:uiop)?|asdfgh(?:jkl)?|zxcvbn|1q2w3e4r(?:5t)?|abc|wuhu|mima|woaini|5201314|[0-9!@#$%^&*._-])+)$/i

/**
 * Length and no guessable content, as NIST SP 800-63B (5.1.1.2) has it; no rules about kinds of characters, which only
 * make passwords predictable. Lengths in characters, after NFKC.
 */
export function passwordFault(password: string, holder: { agency: string; person: string }): PasswordFault | undefined {
  const text = password.normalize('NFKC')
  const length = [...text].length
  if (length < shortestPassword) return 'password.too-short'
  if (length > longestPassword) return 'password.too-long'
  const person = holder.person.toLowerCase()
  if (person.length > 2 && text.toLowerCase().includes(person)) return 'password.contains-account'
  if (common.test(text) || new Set(text).size < 5) return 'password.common'
  return undefined
}
