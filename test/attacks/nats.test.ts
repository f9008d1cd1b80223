import t from 'tap'
import { startStack } from '../stack/start-stack.ts'
import { natsAgency } from './nats-agency.ts'
import { natsKeeper } from './nats-keeper.ts'
import { natsKeys } from './nats-keys.ts'
import { natsServices } from './nats-services.ts'

// Attacks over NATS on the real server with the real services. The last ones stop the server and take its data away.

const stack = await startStack(t)

t.test("with an agency's credentials", (t) => natsAgency(t, stack))
t.test("with a service's credentials", (t) => natsServices(t, stack))
t.test('without the right key', (t) => natsKeys(t, stack))
t.test('the keeper of accounts', (t) => natsKeeper(t, stack))
