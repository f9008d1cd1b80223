import type { Action } from '@wuhu/access'
import type { RouteOptions } from 'fastify'
import type { App } from './host-parts.ts'

/** A hook that asks the policy, with what it asks. */
export type Asking<Hook> = Hook & { readonly action: Action }

/** Says of a hook what it asks the policy, so that the route's description can tell. */
export const asking = <Hook extends object>(action: Action, hook: Hook): Asking<Hook> => Object.assign(hook, { action })

/** Pages of the documentation, which the docs plugins mount. */
const documentation = /^\/(docs(\/|$)|openapi\.json$)/

/**
 * No route without a word on who may call it: it asks the policy, or says that it is open to everybody by `security: []`.
 * What it asks stands in its description as `x-action`.
 * @throws TypeError for a route that says nothing
 */
export function requireWhoMayCall(app: App): void {
  app.addHook('onRoute', (route) => {
    const action = actionOf(route)
    if (action) {
      route.schema = { ...route.schema, 'x-action': action } as RouteOptions['schema'] & object
      return
    }
    const { security } = (route.schema ?? {}) as { security?: readonly unknown[] }
    if (security?.length === 0 || documentation.test(route.url)) return
    throw new TypeError(`${route.method} ${route.url}: who may call it? authenticate(), or security: [] for everybody`)
  })
}

function actionOf({ onRequest, preHandler }: RouteOptions): Action | undefined {
  const hooks = [onRequest, preHandler].flat() as (Partial<Asking<object>> | undefined)[]
  return hooks.find((hook) => hook?.action)?.action
}
