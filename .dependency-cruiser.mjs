const test = '\\.(test|contract|test-setup)\\.ts$'
const drivers =
  '^(pg|pg-[a-z-]+|@nats-io/[a-z-]+)$|node_modules/(pg|pg-[a-z-]+|@nats-io/[a-z-]+)/|/node_modules/@nats-io/'

/** A rule: what `from` may not reach. `comment` is what a developer reads when it fails. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule(
      'no-cycles',
      'A cycle has no bottom to start reading from. Types alone may name each other.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    ),
    rule('resolvable', 'The import leads nowhere.', { pathNot: test }, { couldNotResolve: true }),
    rule(
      'declared-dependencies',
      'A package must be named in the package.json of the package that imports it.',
      { path: '^(packages|services|infra|test)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }
    ),
    rule(
      'leaf-packages',
      'contracts, decider, calendar and tlog import no workspace package.',
      { path: '^packages/(contracts|decider|calendar|tlog)/', pathNot: test },
      { path: '^(packages|services|infra|test)/', pathNot: '^packages/$1/' }
    ),
    rule(
      'access-sees-contracts-only',
      'access imports contracts and no other workspace package.',
      { path: '^packages/access/', pathNot: test },
      { path: '^(packages|services|infra|test)/', pathNot: '^packages/(access|contracts)/' }
    ),
    rule(
      'bus-not-store',
      'bus and store never see each other.',
      { path: '^packages/bus/' },
      { path: '^packages/store/' }
    ),
    rule(
      'store-not-bus',
      'The relay takes a publish function.',
      { path: '^packages/store/' },
      { path: '^packages/bus/' }
    ),
    rule(
      'packages-not-services',
      'Packages never import a service, nor what stands above services.',
      { path: '^packages/', pathNot: test },
      { path: '^(services|infra|test)/' }
    ),
    rule(
      'tests-of-packages',
      'A test beside the code may use test/support, and no service.',
      { path: `^packages/.*${test}` },
      { path: '^(services|infra|test/(?!support/))' }
    ),
    rule(
      'service-not-service',
      'Services learn of each other by events only.',
      { path: '^services/([^/]+)/' },
      { path: '^services/', pathNot: '^services/$1/' }
    ),
    rule(
      'services-not-infra',
      'A service knows nothing of how it is launched.',
      { path: '^services/', pathNot: test },
      { path: '^(infra|test)/' }
    ),
    rule(
      'domain-is-pure',
      'domain/ sees contracts, decider, calendar and its own folder; not even node:*.',
      { path: '^services/([^/]+)/src/domain/', pathNot: test },
      { pathNot: '^packages/(contracts|decider|calendar)/|^services/$1/src/domain/' }
    ),
    rule(
      'only-main-wires',
      'Nothing imports main.ts: it is the wirer.',
      { path: '^(packages|services)/' },
      { path: '^(packages|services)/[^/]+/src/main\\.ts$' }
    ),
    rule(
      'drivers-at-the-edge',
      'pg and @nats-io/* only in main.ts, store, bus, objects, sdk, access (nkeys), infra, test and tests.',
      { path: '^(packages|services)/', pathNot: `^packages/(store|bus|objects|sdk|access)/|/src/main\\.ts$|${test}` },
      { path: drivers }
    ),
    rule(
      'objects-alone',
      'objects imports no workspace package, and no Postgres: it is a port and its three sides.',
      { path: '^packages/objects/', pathNot: test },
      { path: '^(packages/(?!objects/)|services/|infra/|test/)|^pg$|node_modules/pg/' }
    ),
    rule(
      's3-in-objects',
      'The S3 client is a driver of objects only.',
      { path: '^(packages|services|infra)/', pathNot: '^packages/objects/' },
      { path: '^@aws-sdk/|node_modules/@aws-sdk/' }
    ),
    rule(
      'access-nkeys-only',
      'access reads keys: of the NATS client it needs nkeys only.',
      { path: '^packages/access/', pathNot: test },
      { path: drivers, pathNot: '@nats-io/nkeys' }
    ),
    rule(
      'store-no-nats',
      'The store knows Postgres only.',
      { path: '^packages/store/', pathNot: test },
      { path: '@nats-io/' }
    ),
    rule(
      'bus-no-postgres',
      'The bus knows NATS only.',
      { path: '^packages/bus/', pathNot: test },
      { path: '^pg$|node_modules/pg/|node_modules/kysely/' }
    ),
    rule(
      'no-vague-names',
      'If no sentence fits the folder, it is not yet understood.',
      {},
      { path: '/(common|shared|util|utils|core|lib|helper|helpers)(/|[.]ts$)', pathNot: 'node_modules' }
    )
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)\\.(data|cache|tap)|^packages/[^/]+/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] }
  }
}
