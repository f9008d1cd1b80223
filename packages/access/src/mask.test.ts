import t from 'tap'
import { masked } from './mask.ts'

t.test('what is left of a value', async (t) => {
  t.equal(masked('citizen-id', '110101199003070014'), '**************0014')
  t.equal(masked('citizen-id', '0014'), '******************', 'too short to show an end of it')
  t.equal(masked('phone', '13800138000'), '138****8000')
  t.equal(masked('phone', '0478-1234567'), '***********')
  t.equal(masked('person-name', '张三丰'), '张某')
  t.equal(masked('person-name', '张'), '某某')
  t.equal(masked('company-name', '乌拉特中旗某种业有限公司'), '某某公司')
  t.equal(masked('company-name', '甲'), masked('company-name', '甲乙丙丁'), 'no length leaks')
  t.equal(masked('uscc', '91150824MA0N1X2Y3Z'), '**************2Y3Z')
})
