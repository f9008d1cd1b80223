import { loadConfig } from '@wuhu/host'
import t from 'tap'
import { settings } from './config.ts'

t.test('which agencies are police, courts and procuratorates is never nobody', async (t) => {
  const env = { DATABASE_URL: 'postgres://127.0.0.1/none' }
  const { POLICE } = loadConfig(settings, { ...env, POLICE: 'psb, railway-psb' }, [])
  t.equal(POLICE, 'psb, railway-psb')
  for (const name of ['POLICE', 'COURTS', 'PROCURATORATES']) {
    for (const value of [' ', ',', 'psb,', 'psb,,court']) {
      t.throws(() => loadConfig(settings, { ...env, [name]: value }, []), {
        message: new RegExp(`^${name} .*不可为空.*$`)
      })
    }
  }
})
