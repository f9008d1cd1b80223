/** Titles of the problems that a clue command can meet, by code. */
export const clueMessages = {
  zh: {
    'clue.unknown': '没有这条线索',
    'clue.exists': '线索已存在',
    'clue.wrong-status': '线索当前状态下不能办理此事项',
    'clue.office-only': '此事项由联席会议办公室办理',
    'clue.assignee-only': '此事项由经办单位办理',
    'clue.intake-only': '此事项由接收单位办理',
    'clue.role': '办理人员的岗位无权办理此事项',
    'clue.received-in-future': '接收时间晚于现在',
    'clue.due-in-past': '办理期限早于现在',
    'clue.due-not-later': '延期后的期限须晚于原期限',
    'clue.extended-already': '核查期限只能延长一次',
    'clue.basis-unexplained': '以其他依据中止须作说明',
    'clue.referral-target': '须写明且只能写明一个接收单位',
    'clue.referral-to-self': '不能报送、移送本单位',
    'clue.itself': '两条线索是同一条',
    'clue.draft-with-case': '草稿不能并入案源'
  },
  en: {
    'clue.unknown': 'There is no such clue',
    'clue.exists': 'The clue exists already',
    'clue.wrong-status': 'Not possible in the present status of the clue',
    'clue.office-only': 'Only the office does this',
    'clue.assignee-only': 'Only the handling agency does this',
    'clue.intake-only': 'Only the agency that received it does this',
    'clue.role': "The officer's role does not allow this",
    'clue.received-in-future': 'Received later than now',
    'clue.due-in-past': 'The time limit is over already',
    'clue.due-not-later': 'An extension must end later',
    'clue.extended-already': 'Verification is extended once only',
    'clue.basis-unexplained': 'Another basis needs an explanation',
    'clue.referral-target': 'Name exactly one receiver',
    'clue.referral-to-self': 'Refer it to someone else',
    'clue.itself': 'Both are the same clue',
    'clue.draft-with-case': 'A draft has no case yet'
  }
} as const
