import { baseRules } from '@wuhu/calendar'
import t from 'tap'
import { clocked, scenarios } from './services.ts'

t.test('every rule has a scenario, every scenario a rule, and every rule a service that tries it', async (t) => {
  t.same(Object.keys(scenarios).sort(), baseRules.rules.map(({ id }) => id).sort())
  t.same([...new Set(baseRules.rules.map(({ service }) => service))].sort(), Object.keys(clocked).sort())
})
