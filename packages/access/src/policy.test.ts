import t from 'tap'
import { keyRoles } from './key.ts'
import { type Action, authorise, Forbidden, may, policy, type Scope } from './policy.ts'

/** Written by hand beside the code's own table: own, all or none, in the order of `keyRoles`. */
const expected: Record<Action, readonly [system: Scope, security: Scope, operator: Scope, auditor: Scope]> = {
  'directory.read': ['all', 'all', 'all', 'all'],
  'directory.change': ['none', 'all', 'none', 'none'],
  'case.command': ['own', 'none', 'none', 'none'],
  'case.read': ['own', 'none', 'none', 'none'],
  'clue.command': ['own', 'none', 'none', 'none'],
  'clue.read': ['own', 'none', 'none', 'none'],
  'notice.command': ['own', 'none', 'none', 'none'],
  'notice.read': ['own', 'none', 'none', 'none'],
  'record.command': ['own', 'none', 'none', 'none'],
  'record.read': ['own', 'none', 'none', 'none'],
  'assistance.command': ['own', 'none', 'none', 'none'],
  'assistance.read': ['own', 'none', 'none', 'none'],
  'mailbox.read': ['own', 'none', 'none', 'none'],
  'mailbox.receipt': ['own', 'none', 'none', 'none'],
  'replay.run': ['own', 'none', 'none', 'all'],
  'replay.bodies': ['none', 'none', 'none', 'all'],
  'gaps.read': ['none', 'none', 'all', 'all'],
  'parked.read': ['none', 'none', 'all', 'none'],
  'parked.change': ['none', 'none', 'all', 'none'],
  'status.read': ['none', 'all', 'all', 'all'],
  'metrics.read': ['none', 'none', 'all', 'none']
}

t.test('every action for every role', async (t) => {
  t.same(Object.keys(policy).sort(), Object.keys(expected).sort(), 'a new action needs a row')
  for (const [action, scopes] of Object.entries(expected) as [Action, readonly Scope[]][]) {
    for (const [index, role] of keyRoles.entries()) {
      const decision = may({ agency: 'amr', role }, action)
      t.equal(decision.scope, scopes[index], `${role} ${action}`)
      t.equal(decision.allowed, scopes[index] !== 'none', `${role} ${action}`)
    }
  }
})

t.test('an agency reaches what is its own', async (t) => {
  const caller = { agency: 'amr', role: 'agency-system' } as const
  t.ok(may(caller, 'mailbox.read', { agency: 'amr' }).allowed)
  t.notOk(may(caller, 'mailbox.read', { agency: 'psb' }).allowed)
  t.ok(may(caller, 'clue.read', { audience: [{ agency: 'amr', ground: 'party' }] }).allowed)
  t.notOk(may(caller, 'clue.read', { audience: [{ agency: 'psb', ground: 'party' }] }).allowed)
  t.notOk(may(caller, 'clue.read', { audience: [] }).allowed)
  t.ok(may({ agency: 'amr', role: 'audit-admin' }, 'replay.run', { agency: 'psb' }).allowed)
})

t.test('the default is no', async (t) => {
  for (const role of keyRoles) {
    for (const action of ['clue.erase', 'constructor', '__proto__', 'toString']) {
      t.notOk(may({ agency: 'amr', role }, action as Action).allowed, `${role} ${action}`)
    }
  }
  t.notOk(may({ agency: 'amr', role: 'constructor' as never }, 'clue.read').allowed)
  t.throws(() => authorise({ agency: 'amr', role: 'system-admin' }, 'clue.read'), Forbidden)
  t.equal(authorise({ agency: 'amr', role: 'audit-admin' }, 'replay.run').scope, 'all')
})
