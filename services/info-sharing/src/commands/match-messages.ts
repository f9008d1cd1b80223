/** Titles of the problems that blind matching can meet, by code. */
export const matchMessages = {
  zh: {
    'match.off': '本系统未启用盲比对',
    'match.unknown': '没有这项匹配',
    'match.own': '两条线索都是本单位的',
    'match.not-asked': '对方没有请求查阅',
    'match.declined': '对方不同意查阅',
    'match.granted': '已同意查阅',
    'match.role': '由单位负责人或者经办人办理',
    'match.key-unknown': '比对密钥不在使用中',
    'match.element': '比对项不是有效的点',
    'match.signed': '已签名的线索，令牌须另行提交',
    'match.quota': '本单位比对计算用量已满'
  },
  en: {
    'match.off': 'Blind matching is not set up',
    'match.unknown': 'There is no such match',
    'match.own': 'Both clues are of the agency itself',
    'match.not-asked': 'The other agency did not ask',
    'match.declined': 'The other agency said no',
    'match.granted': 'Access was granted',
    'match.role': 'A head, leader or handler does this',
    'match.key-unknown': 'The matching key is not in use',
    'match.element': 'An element is no valid point',
    'match.signed': 'Tokens of a signed clue are sent on their own',
    'match.quota': 'The quota of evaluations is used up'
  }
} as const
