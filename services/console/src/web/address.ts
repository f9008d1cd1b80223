import { BlockList, isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { Origin } from '../sessions/open-session.ts'

/** Reads where a request comes from. */
export type OriginOf = (request: FastifyRequest) => Origin

/**
 * Behind a proxy the connection's address is the proxy's: of the addresses in X-Forwarded-For the last one that no
 * trusted proxy has is the client's. From anybody else the header is not believed.
 * @param proxies addresses or networks (`10.0.0.0/8`) by comma
 * @throws RangeError for what is no address
 */
export function createOriginOf(proxies: string): OriginOf {
  const trusted = new BlockList()
  for (const entry of proxies.split(',').map((one) => one.trim())) {
    if (entry === '') continue
    const [address = '', prefix] = entry.split('/')
    const family = isIP(address)
    const bits = prefix === undefined ? (family === 4 ? 32 : 128) : Number(prefix)
    if (family === 0 || !Number.isInteger(bits) || bits < 0 || bits > (family === 4 ? 32 : 128)) {
      throw new RangeError(`not an address or network: ${entry}`)
    }
    trusted.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6')
  }
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')

  return (request) => {
    const forwarded = (request.headers['x-forwarded-for'] ?? '').toString().split(',')
    let address = plain(request.ip)
    while (isTrusted(address)) {
      const before = plain(forwarded.pop()?.trim() ?? '')
      if (isIP(before) === 0) break
      address = before
    }
    return { address, agent: request.headers['user-agent'] ?? '' }
  }
}

/** An IPv4 address in IPv6 clothes is the IPv4 address. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')
