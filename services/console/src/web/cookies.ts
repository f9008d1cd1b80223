import type { FastifyReply, FastifyRequest } from 'fastify'

type Name = 'session' | 'flow' | 'form'

/** The console's cookies: 43 characters that mean something to this service only, out of reach of scripts. */
export interface Cookies {
  read(request: FastifyRequest, name: Name): string | undefined
  /** `strict` keeps it from every request that another site begins; `lifetime` in seconds, without it until the browser closes. */
  write(reply: FastifyReply, name: Name, value: string, options: { strict: boolean; lifetime?: number }): void
  clear(reply: FastifyReply, name: Name): void
}

/** @param secure the console is reached over TLS: the cookies are bound to its host, and to TLS (`__Host-`) */
export function createCookies(secure: boolean): Cookies {
  const full = (name: Name) => `${secure ? '__Host-' : ''}wuhu-${name}`
  const set = (reply: FastifyReply, name: Name, value: string, more: string) => {
    reply.header('set-cookie', `${full(name)}=${value}; Path=/; HttpOnly${secure ? '; Secure' : ''}${more}`)
  }
  return {
    read(request, name) {
      const given = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
      const prefix = `${full(name)}=`
      const values = given.filter((pair) => pair.startsWith(prefix)).map((pair) => pair.slice(prefix.length))
      // Of two with one name nobody can say which is ours.
      return values.length === 1 && /^[A-Za-z0-9_-]{43}$/.test(values[0] ?? '') ? values[0] : undefined
    },
    write(reply, name, value, { strict, lifetime }) {
      const age = lifetime === undefined ? '' : `; Max-Age=${lifetime}`
      set(reply, name, value, `; SameSite=${strict ? 'Strict' : 'Lax'}${age}`)
    },
    clear: (reply, name) => set(reply, name, '', '; SameSite=Strict; Max-Age=0')
  }
}
