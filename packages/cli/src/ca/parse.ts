import { isIP } from 'node:net'
import { InvalidArgumentError } from 'commander'

const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const dns = new RegExp(`^(?:\\*\\.)?${label}(?:\\.${label})*$`)

/** `bus.example.org,10.0.0.5`: DNS names, the first label may be `*`, and IP addresses. @throws InvalidArgumentError */
export function parseNames(text: string): string[] {
  const names = text.split(',').map((name) => name.trim())
  const wrong = names.find(
    (name) => isIP(name) === 0 && (!dns.test(name) || name.length > 253 || /^[\d.]+$/.test(name))
  )
  if (wrong === undefined) return [...new Set(names)]
  throw new InvalidArgumentError('应为域名或 IP，以逗号分隔 · DNS names or IP addresses, with commas between')
}

/** Days, from 1 to `most`. @throws InvalidArgumentError */
export const parseDays = (most: number) => (text: string) => {
  const days = Number(text)
  if (/^\d{1,5}$/.test(text) && days >= 1 && days <= most) return days
  throw new InvalidArgumentError(`应为 1 到 ${most} 天 · 1 to ${most} days`)
}
