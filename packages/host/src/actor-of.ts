import { type Action, type Caller, Forbidden, may } from '@wuhu/access'
import type { Actor, OnBehalf } from '@wuhu/contracts'

/**
 * Who acts. The agency comes from the token, never from the body. An agency's system says for which officer it acts; a
 * signed-in officer acts for nobody else, in a role that it holds and that may do this.
 * @throws Forbidden
 */
export function actorOf(caller: Caller, action: Action, body: unknown): Actor {
  const { agency, person } = caller
  const by = (body as { by?: OnBehalf } | undefined)?.by
  if (person === undefined) return { agency, ...(by && { person: by.person, role: by.role }) }
  if (by && by.person !== person) throw new Forbidden('by names another officer', 'access.by')
  const { role } = may({ agency, roles: caller.roles.filter((held) => !by || held === by.role) }, action)
  if (!role) throw new Forbidden('by names a role that may not do this', 'access.by')
  return { agency, person, role }
}
