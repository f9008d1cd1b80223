import { officerRoles, type Role } from '@wuhu/contracts'
import t from 'tap'
import { type Action, authorise, Forbidden, may, policy, type Scope } from './policy.ts'

/**
 * Written by hand beside the code's own table. One letter each: A all, o own, - none. Columns: agency's system; head,
 * leader, office head, office staff, handler, liaison; convener, deputy convener, secrecy officer; system, security and
 * audit administrator; console.
 */
const columns: readonly Role[] = [
  ...(['agency-system'] as const),
  ...(['agency-head', 'agency-leader', 'office-head', 'office-staff', 'handler', 'liaison'] as const),
  ...(['convener', 'deputy-convener', 'secrecy-officer'] as const),
  ...(['system-admin', 'security-admin', 'audit-admin'] as const),
  'console'
]
const expected: Record<Action, string> = {
  'directory.read': '       A AAAAAA AAA AAA -',
  'directory.change': '     - ------ --- -A- -',
  'key.rotate': '           o ------ --- -A- -',
  'sealing-key.publish': '  o ------ --- --- -',
  'officer.read': '         o oooo-- --- -AA -',
  'officer.change': '       - ------ --- -A- -',
  'case.read': '            o oooooo --- --- -',
  'case.open': '            o ooooo- --- --- -',
  'case.work': '            o ooooo- --- --- -',
  'case.widen': '           o ooooo- --- --- -',
  'clue.read': '            o oooooo --- --- -',
  'clue.register': '        o oooooo --- --- -',
  'clue.receive': '         o oooooo --- --- -',
  'clue.work': '            o ooooo- --- --- -',
  'clue.decide': '          o oo---- --- --- -',
  'clue.office': '          o --oo-- --- --- -',
  'notice.read': '          o oooooo ooo --- -',
  'notice.publish': '       o ooooo- --- --- -',
  'notice.sign': '          o oooooo --- --- -',
  'assistance.read': '      o oooooo --- --- -',
  'assistance.request': '   o ooooo- --- --- -',
  'assistance.receive': '   o oooooo --- --- -',
  'assistance.work': '      o ooooo- --- --- -',
  'deadline.read': '        o oooooo ooo --A -',
  'calendar.read': '        A AAAAAA AAA AAA -',
  'calendar.change': '      o --o--- --- --- -',
  'sent.read': '            o oooooo --- --- -',
  'expert.read': '          o oooooo --- --- -',
  'expert.change': '        o --oo-- --- --- -',
  'consultation.read': '    o oooooo -o- --- -',
  'consultation.propose': ' o ooooo- --- --- -',
  'consultation.office': '  o --oo-- -o- --- -',
  'consultation.work': '    o ooooo- --- --- -',
  'evidence.read': '        o oooooo --- --- -',
  'evidence.work': '        o ooooo- --- --- -',
  'transfer.read': '        o oooooo --- --- -',
  'transfer.work': '        o ooooo- --- --- -',
  'transfer.receive': '     o oooooo --- --- -',
  'transfer.approve': '     o o----- --- --- -',
  'transfer.decide': '      o oo---- --- --- -',
  'supervision.read': '     o oooooo ooo --- -',
  'supervision.issue': '    o oooo-- --- --- -',
  'supervision.work': '     o ooooo- --- --- -',
  'supervision.escalate': ' o --o--- o-- --- -',
  'suggestion.read': '      o oooooo --- --- -',
  'suggestion.work': '      o ooooo- --- --- -',
  'task.read': '            o oooooo ooo --- -',
  'task.issue': '           o --oo-- o-- --- -',
  'task.work': '            o ooooo- --- --- -',
  'bulletin.read': '        o oooooo ooo --- -',
  'bulletin.draft': '       o --oo-- --- --- -',
  'bulletin.approve': '     o --o--- o-- --- -',
  'figures.read': '         A AAAAAA AAA AAA -',
  'figures.take': '         o --oo-- --- --- -',
  'mailbox.read': '         o oooooo --- --- -',
  'mailbox.sign': '         o oooooo --- --- -',
  'nats.credentials': '     o ------ --- --- -',
  'match.evaluate': '       o --ooo- --- --- -',
  'match.read': '           o oooooo --- --- -',
  'match.ask': '            o ooooo- --- --- -',
  'match.grant': '          o oo--o- --- --- -',
  'match.operate': '        - ------ --- -A- -',
  'attachment.read': '      o oooooo --- --- -',
  'attachment.send': '      o ooooo- --- --- -',
  'attachment.sign': '      o oooooo --- --- -',
  'record.unmask': '        o ooooo- --- --- -',
  'record.approve-unmask': 'o oo---- --- --- -',
  'statement.read': '       o ooooo- --- --A -',
  'quarantine.read': '      - ------ --o --- -',
  'quarantine.resolve': '   - ------ --o --- -',
  'reads.read': '           - ------ --- --A -',
  'replay.run': '           o ------ --- --A -',
  'replay.bodies': '        - ------ --- --A -',
  'gaps.read': '            - ------ --- A-A -',
  'parked.read': '          - ------ --- A-- -',
  'parked.change': '        - ------ --- A-- -',
  'status.read': '          - ------ --- AAA -',
  'metrics.read': '         - ------ --- A-- -',
  'account.operate': '      - ------ --- -A- -'
}
const letters: Record<string, Scope> = { A: 'all', o: 'own', '-': 'none' }

t.test('every action for every role', async (t) => {
  t.same(Object.keys(policy).sort(), Object.keys(expected).sort(), 'a new action needs a row')
  for (const [action, row] of Object.entries(expected) as [Action, string][]) {
    const scopes = [...row.replaceAll(' ', '')].map((letter) => letters[letter])
    t.equal(scopes.length, columns.length, `${action} has a letter for every role`)
    for (const [index, role] of columns.entries()) {
      const decision = may({ agency: 'amr', roles: [role] }, action)
      t.equal(decision.scope, scopes[index], `${role} ${action}`)
      t.equal(decision.allowed, scopes[index] !== 'none', `${role} ${action}`)
      t.equal(decision.code, decision.allowed ? 'access.allowed' : 'access.role')
    }
  }
})

t.test('administrators and conveners read no case, and no two administrators share a right of change', async (t) => {
  const blind = ['system-admin', 'security-admin', 'audit-admin', 'convener', 'deputy-convener'] as const
  const content = (Object.keys(policy) as Action[]).filter((action) =>
    /^(case|clue|assistance|transfer|evidence|suggestion|sent|mailbox|match|attachment|record)\./.test(action)
  )
  for (const action of content.filter((one) => one !== 'match.operate')) {
    for (const role of blind) t.equal(may({ agency: 'amr', roles: [role] }, action).scope, 'none', `${role} ${action}`)
  }
  for (const action of Object.keys(policy).filter((one) =>
    /^(?!calendar|expert).*\.(change|operate)$/.test(one)
  ) as Action[]) {
    const holders = blind.filter((role) => may({ agency: 'amr', roles: [role] }, action).allowed)
    t.equal(holders.length, 1, `${action}: ${holders}`)
  }
})

t.test("a service's key signs, and may do nothing", async (t) => {
  for (const action of Object.keys(policy) as Action[]) {
    t.equal(may({ agency: 'amr', roles: ['service'] }, action).allowed, false, action)
  }
})

t.test('of several roles the strongest that may is acted in', async (t) => {
  const caller = { agency: 'amr', roles: ['agency-leader', 'handler', 'liaison'] as const }
  t.equal(may(caller, 'clue.decide').role, 'agency-leader')
  t.equal(may({ agency: 'amr', roles: ['handler', 'liaison'] }, 'clue.receive').role, 'handler')
  t.equal(may({ agency: 'amr', roles: ['liaison'] }, 'clue.decide').code, 'access.role')
  t.equal(may({ agency: 'amr', roles: ['agency-system', 'security-admin'] }, 'key.rotate').scope, 'all')
  t.equal(may({ agency: 'amr', roles: [] }, 'directory.read').allowed, false)
})

t.test('an agency reaches what is its own', async (t) => {
  const caller = { agency: 'amr', roles: ['agency-system'] } as const
  t.ok(may(caller, 'mailbox.read', { agency: 'amr' }).allowed)
  t.equal(may(caller, 'mailbox.read', { agency: 'psb' }).code, 'access.other-agency')
  t.ok(may(caller, 'clue.read', { audience: [{ agency: 'amr', ground: 'party' }] }).allowed)
  t.equal(may(caller, 'clue.read', { audience: [{ agency: 'psb', ground: 'party' }] }).code, 'access.audience')
  t.notOk(may(caller, 'clue.read', { audience: [] }).allowed)
  t.ok(may({ agency: 'amr', roles: ['audit-admin'] }, 'replay.run', { agency: 'psb' }).allowed)
})

t.test('the default is no', async (t) => {
  for (const role of [...officerRoles, 'agency-system', 'console'] as const) {
    for (const action of ['clue.erase', 'constructor', '__proto__', 'toString']) {
      t.notOk(may({ agency: 'amr', roles: [role] }, action as Action).allowed, `${role} ${action}`)
    }
  }
  t.notOk(may({ agency: 'amr', roles: ['constructor' as never] }, 'clue.read').allowed)
  t.throws(() => authorise({ agency: 'amr', roles: ['system-admin'] }, 'clue.read'), Forbidden)
  t.equal(authorise({ agency: 'amr', roles: ['audit-admin'] }, 'replay.run').scope, 'all')
})
