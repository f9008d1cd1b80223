import t from 'tap'
import { startStack } from '../stack/start-stack.ts'
import { directory } from './directory.ts'
import { reads } from './reads.ts'
import { rowSecurity } from './row-security.ts'
import { signatures } from './signatures.ts'

// A stack takes longer to start than these take on it. The last one stops it.

const stack = await startStack(t)

t.test('the wall in the database', (t) => rowSecurity(t, stack))
t.test('who saw a case', (t) => reads(t, stack))
t.test('the directory by command line: an agency joins, changes its key, and loses it', (t) => directory(t, stack))
t.test('everything that the services published proves who said it, offline', (t) => signatures(t, stack))
