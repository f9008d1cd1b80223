import type { Messages } from '@wuhu/host'

/** Titles of the service's own refusals, by problem code. */
export const messages: Messages = {
  zh: {
    'agency.unknown': '名录中没有该单位',
    'assistance.already-replied': '已复函，不能撤回',
    'assistance.approval-level': '查封扣押、查询账户须由设区的市级以上机关主要负责人批准',
    'assistance.approver-role': '审批人不是单位负责人',
    'assistance.due-past': '期限须晚于现在',
    'assistance.exists': '协查已存在',
    'assistance.extended-before': '只能延期一次',
    'assistance.extension-not-later': '新的期限须晚于原期限',
    'assistance.forward-circle': '该单位已办理过此函，不能循环转交',
    'assistance.forward-to-requester': '不能转交给请求单位，请办理拒绝',
    'assistance.not-accepted': '尚未接受或已办结，不能进行此操作',
    'assistance.not-addressee': '仅现受请求单位可以办理',
    'assistance.not-confirmed': '尚未确认复函，不能办结',
    'assistance.not-received': '须在签收后、接受前办理',
    'assistance.not-replied': '尚未复函，不能进行此操作',
    'assistance.not-requester': '仅请求单位可以办理',
    'assistance.not-sent': '当前状态不能进行此操作',
    'assistance.overdue': '期限已过，不能延期',
    'assistance.own-addressee': '不能向本单位发协查函',
    'assistance.unknown': '没有此协查',
    'case.closed': '案源已办结',
    'case.unknown': '没有此案源'
  },
  en: {
    'agency.unknown': 'The directory has no such agency',
    'assistance.already-replied': 'There is a reply already',
    'assistance.approval-level': 'Needs the head of a bureau at city level or above',
    'assistance.approver-role': 'The approver is no leader of the agency',
    'assistance.due-past': 'A period must end in the future',
    'assistance.exists': 'The assistance exists',
    'assistance.extended-before': 'A period is extended once',
    'assistance.extension-not-later': 'The new period must end later',
    'assistance.forward-circle': 'That agency has had the letter',
    'assistance.forward-to-requester': 'Refuse it instead',
    'assistance.not-accepted': 'Not accepted, or done already',
    'assistance.not-addressee': 'For the present addressee only',
    'assistance.not-confirmed': 'The reply is not confirmed',
    'assistance.not-received': 'Only between receipt and acceptance',
    'assistance.not-replied': 'There is no reply to act on',
    'assistance.not-requester': 'For the requester only',
    'assistance.not-sent': 'Not possible in this status',
    'assistance.overdue': 'The period has run out',
    'assistance.own-addressee': 'An agency cannot ask itself',
    'assistance.unknown': 'No such assistance',
    'case.closed': 'The case is closed',
    'case.unknown': 'No such case'
  }
}
