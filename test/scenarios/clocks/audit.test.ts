import t from 'tap'
import { clocked } from './services.ts'
import { testRules } from './test-rules.ts'

await testRules(t, clocked.audit)
