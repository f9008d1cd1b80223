import type { DocumentData } from './template/fill.ts'
import type { DocumentKind } from './templates.ts'

const market = '乌拉特中旗市场监督管理局'
const police = '乌拉特中旗公安局'
const procuratorate = '乌拉特中旗人民检察院'
const office = '乌拉特中旗商业秘密保护工作联席会议办公室'
const dated = '2026-03-05T09:30:00+08:00'
const title = '某某机械公司涉嫌侵犯商业秘密'
const caseNumber = '150824-2026-000001'
const paragraph =
  '经查，该公司自二〇二五年六月起，由其技术部门负责人从权利人处离职时带走的存储设备中取得工艺参数文件，并用于自身生产。以上事实有询问笔录、电子数据提取记录、比对意见等证据证实。'
const attachments = [
  { id: '019a2b6e-1111-7000-8000-000000000001', size: 182_334 },
  { id: '019a2b6e-1111-7000-8000-000000000002', size: 2048 }
]
const secretPoints = [
  { number: 'MD-2026-01', custodian: '某某机械有限责任公司', place: '该公司保密室（二楼）' },
  { number: 'MD-2026-02', custodian: '某某机械有限责任公司', place: '该公司保密室（二楼）' }
]
const items = [
  { kind: 'inquiry', text: '询问被协查单位2025年6月以后入职的技术人员，核实其入职时是否携带原单位资料。' },
  { kind: 'document', text: '调取被协查单位2025年7月至2026年1月的产品出库单、销售合同及发票，并加盖公章' },
  { kind: 'bank-account', text: '查询涉案账户自2025年7月1日起的交易流水' }
]
const letter = {
  organ: market,
  number: '乌中市监协〔2026〕1号',
  dated,
  addressee: police,
  title,
  caseNumber,
  items,
  legalBasis: '《中华人民共和国反不正当竞争法》第十六条、《市场监督管理行政处罚程序规定》第四十五条',
  targetName: '乌拉特中旗某某机械有限责任公司',
  targetUscc: '91150824MA0000000X',
  dueAt: '2026-03-26T23:59:59+08:00',
  attachments
}

/** One valid example of what each template is filled with. */
export const samples: Readonly<Record<DocumentKind, DocumentData>> = {
  'assistance-letter': { ...letter, secretPoints },
  'external-letter': { ...letter, number: '乌中市监外协〔2026〕2号', addressee: '包头市昆都仑区市场监督管理局' },
  'assistance-reply': {
    organ: police,
    number: '乌中公协复〔2026〕3号',
    dated,
    addressee: market,
    title,
    letterNumber: '乌中市监协〔2026〕1号',
    text: `${paragraph}\n涉案账户交易流水已封存为加密附件，请按保密要求接收。`,
    policeStatus: 'accepted',
    policeStatusOn: '2026-03-04',
    attachments: attachments.slice(0, 1)
  },
  'case-transfer-letter': {
    organ: market,
    number: '乌中市监移〔2026〕4号',
    dated,
    addressee: '巴彦淖尔市市场监督管理局',
    title,
    caseNumber,
    ground:
      '根据《商业秘密保护规定》（总局令第126号）第三条，侵犯商业秘密案件一般由设区的市级以上市场监督管理部门管辖。',
    materials: ['线索移送登记表', '举报材料（加密附件）'],
    copies: [office]
  },
  'clue-transfer-register': {
    organ: market,
    dated,
    caseNumber,
    title,
    intake: market,
    receivedAt: '2026-03-02T10:05:00+08:00',
    channel: 'report',
    allegedAct: 'use-after-improper-acquisition',
    secretKind: 'technical',
    place: '150824',
    subject: { company: '某某公司', uscc: '**************000X' },
    rightsHolder: { company: '某某公司', person: '张某' },
    description: paragraph,
    secretPoints: secretPoints.slice(0, 1),
    to: police,
    reason: '请按职责开展核查，两人以上办理。',
    dueAt: '2026-03-20T23:59:59+08:00'
  },
  'criminal-transfer': {
    organ: market,
    number: '乌中市监罪移〔2026〕1号',
    dated,
    addressee: police,
    caseNumber,
    suspectedOffence: '侵犯商业秘密罪（刑法第二百一十九条）',
    suspects: ['某某机械有限责任公司（统一社会信用代码91150824MA0000000X）', '李某'],
    facts: `${paragraph}需要公安机关采取侦查措施方能查明违法所得数额。`,
    amountYuan: 268_000,
    legalBasis: '《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条',
    documents: ['涉嫌犯罪案件情况的调查报告', '涉案物品清单', '检验报告或者鉴定意见（2份）', '其他有关涉嫌犯罪的材料'],
    copies: [procuratorate],
    exhibits: [
      { name: '移动硬盘', features: '黑色，2TB，编号A-01', quantity: '1块', place: '证据室', measure: 'seized' },
      { name: '工艺流程图纸', features: '纸质，A3', quantity: '12张', place: '证据室' },
      { name: '笔记本电脑', features: '银灰色，含电源', quantity: '1台', place: '证据室', measure: 'preserved' }
    ]
  },
  'transfer-receipt': {
    organ: police,
    number: '乌中公移回〔2026〕1号',
    dated,
    addressee: market,
    caseNumber,
    suspectedOffence: '侵犯商业秘密罪',
    transferNumber: '乌中市监罪移〔2026〕1号',
    sentOn: '2026-03-05',
    receivedOn: dated,
    documents: ['调查报告', '涉案物品清单']
  },
  'consultation-application': {
    organ: market,
    dated,
    caseNumber,
    secretKind: 'technical',
    question: '一、权利人主张的工艺参数组合是否“不为公众所知悉”？\n二、离职员工凭记忆使用的部分如何认定？',
    background: paragraph,
    companies: ['某某机械有限责任公司', '某某科技有限公司'],
    invited: [police, procuratorate, '乌拉特中旗人民法院', '乌拉特中旗司法局'],
    decision: '同意受理，定于近期组织会商。'
  },
  'consultation-minutes': {
    organ: office,
    number: '乌中市监会纪〔2026〕1号',
    dated,
    caseNumber,
    heldOn: '2026-03-03T14:30:00+08:00',
    proposer: market,
    question: '权利人主张的工艺参数组合是否不为公众所知悉？',
    text: '市场监督管理局认为，工艺参数组合无法从公开渠道直接获得，倾向认定不为公众所知悉。\n公安局建议委托有资质的机构鉴定后再行判断。\n人民法院提出，同类案件中应结合保密措施和商业价值综合认定。',
    conclusion: '建议由市场监管局委托鉴定机构就非公知性、同一性进行鉴定，鉴定期间依法中止计算办理期限。',
    dissents: [{ agency: '乌拉特中旗司法局', name: '王某', opinion: '认为保密措施证据不足，应先行补充。' }],
    followUps: [{ task: '委托鉴定并通报鉴定机构名称', owner: market, dueOn: '2026-03-15' }],
    attendees: ['张某（乌拉特中旗市场监督管理局）', '李某（乌拉特中旗公安局）', '王某（乌拉特中旗司法局）'],
    unsigned: true,
    copies: [market, police, procuratorate]
  },
  supervision: {
    organ: office,
    number: '乌中商密办督〔2026〕1号',
    dated,
    target: police,
    title: '涉嫌犯罪案件移送材料审查逾期',
    caseNumber,
    card: 'yellow',
    reason: '移送书于2026年3月5日签收，至今未在法定期限内作出是否立案的决定或者告知补充材料。',
    demand: '一、说明逾期原因；\n二、在规定期限内完成审查并告知结果；\n三、提出避免再次逾期的措施。',
    limit: '5个工作日'
  },
  'rectification-report': {
    organ: police,
    number: '乌中公报〔2026〕2号',
    dated,
    signer: '赵某某',
    addressee: office,
    title: '涉嫌犯罪案件移送材料审查逾期',
    supervisionNumber: '乌中商密办督〔2026〕1号',
    text: `${paragraph}\n${paragraph}`,
    measures: ['指定专人每日查看待办', '建立内部两级提醒'],
    attachments: attachments.slice(0, 1)
  },
  'opinion-answer': {
    organ: market,
    number: '乌中市监检复〔2026〕1号',
    dated,
    addressee: procuratorate,
    caseNumber,
    outcome: 'penalty',
    opinionNumber: '乌中检意〔2026〕1号',
    opinion: '建议对被不起诉人所在单位依法给予行政处罚。',
    text: `${paragraph}已依法作出行政处罚决定。`,
    penaltyNumber: '乌中市监罚〔2026〕8号'
  },
  'suggestion-answer': {
    organ: market,
    number: '乌中市监建复〔2026〕1号',
    dated,
    addressee: procuratorate,
    suggestionKind: 'procuratorial',
    suggestionNumber: '乌中检建〔2026〕1号',
    title: '加强辖区企业商业秘密保护指导',
    text: paragraph
  },
  'request-letter': {
    organ: office,
    number: '乌中商密办商〔2026〕1号',
    dated,
    addressee: procuratorate,
    title: '提供2026年第一季度商业秘密案件办理情况',
    text: '为做好2026年第一季度商业秘密保护工作统计，需要了解有关案件受理、办结数量。'
  },
  bulletin: {
    organ: office,
    number: '乌中商密办通〔2026〕1号',
    dated,
    title: '2026年第一季度商业秘密保护协同工作情况',
    addressees: ['各成员单位'],
    text: `${paragraph}\n${paragraph}\n${paragraph}\n${paragraph}\n${paragraph}\n现将按期办结情况通报如下。`,
    figures: [
      { name: '线索互享按期率', value: '95.2%（20/21）' },
      { name: '疑难互商按期率', value: '无数据' }
    ],
    copies: ['旗人民政府办公室', procuratorate, '乌拉特中旗人民法院']
  },
  'law-supervision-notice': {
    organ: '乌拉特中旗司法局',
    number: '乌中司法监〔2026〕1号',
    dated,
    target: market,
    document: 'enforcement-notice',
    title: '行政处罚信息公示',
    reason: '作出处罚决定后超过二十个工作日未公示。',
    demand: '立即公示并说明原因。',
    limit: '十个工作日'
  }
}
