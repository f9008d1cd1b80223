import t from 'tap'
import { parseStackOptions } from './stack-options.ts'

t.test('the default ports are those of the documentation', async (t) => {
  t.strictSame(parseStackOptions([], {})?.ports, {
    'info-sharing': 7101,
    'joint-investigation': 7102,
    notifications: 7103,
    audit: 7104,
    console: 7105,
    nats: 7122,
    postgres: 7132
  })
})

t.test('one base shifts them all, and one port may go its own way', async (t) => {
  const options = parseStackOptions(['--port-base', '8100', '--port-audit', '9000', '--data', '.data-2'], {
    DATABASE_URL: 'postgres://x',
    NATS_URL: ''
  })
  t.match(options, {
    dataDir: '.data-2',
    fresh: false,
    databaseUrl: 'postgres://x',
    natsUrl: undefined,
    ports: { 'info-sharing': 8101, audit: 9000, postgres: 8132 }
  })
})

t.test('what makes no sense is refused in one sentence', async (t) => {
  const refused: Array<[string[], NodeJS.ProcessEnv, RegExp]> = [
    [['--port-base', 'x'], {}, /--port-base must be a port/],
    [['--port-base', '65530'], {}, /must be a port/],
    [['--port-nats', '0'], {}, /--port-nats must be a port/],
    [['--port-nats', '7101'], {}, /7101 is given twice/],
    [[], { DATABASE_URL: 'secret@host' }, /^DATABASE_URL [^ ]+ · DATABASE_URL is not a URL of the right kind$/],
    [[], { NATS_URL: 'http://x' }, /NATS_URL is not a URL/],
    [['--frehs'], {}, /--frehs/],
    [['--tls'], { NATS_URL: 'nats://x' }, /--tls is for servers that this command starts/],
    [['--fresh'], { DATABASE_URL: 'postgres://x' }, /--fresh empties only local data/]
  ]
  for (const [argv, env, message] of refused) {
    t.throws(() => parseStackOptions(argv, env), { message })
    try {
      parseStackOptions(argv, env)
    } catch (error) {
      t.notMatch((error as Error).message, /\n/)
    }
  }
  t.equal(parseStackOptions(['--help'], {}), undefined)
})
