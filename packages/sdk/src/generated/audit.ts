// Written by generate.ts from the services' OpenAPI documents: run it again instead of editing.
// biome-ignore-all format: generated
// biome-ignore-all lint: generated

export interface Commands {
  /**
   * 批准通报 Approve the bulletin
   *
   * 由召集人或办公室主任批准所看过的那一稿。
   *
   * The convener or the head of the office, that revision.
   */
  'bulletin.approve': {
    input: {
      /**
       * 通报标识
       */
      id: string
      /**
       * 第几稿
       */
      revision: number
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 通报表扬 Commend an agency to the conference
   *
   * 由召集人或办公室主任批准；不对法院、检察院作评价。
   *
   * By the convener or the head of the office; never of court or procuratorate.
   */
  'bulletin.commend': {
    input: {
      /**
       * 受表扬单位
       */
      agency: string
      /**
       * 标题
       */
      title: string
      /**
       * 事由
       */
      text: string
      /**
       * 文号
       */
      documentNumber?: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 起草通报 Draft a bulletin
   */
  'bulletin.draft': {
    input: {
      /**
       * bulletin 通报、notice 通知、brief 工作简报
       */
      kind: 'bulletin' | 'notice' | 'brief'
      /**
       * 标题
       */
      title: string
      /**
       * 正文
       */
      text: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 印发通报 Publish to the conference
   */
  'bulletin.publish': {
    input: {
      /**
       * 通报标识
       */
      id: string
      /**
       * 文号
       */
      documentNumber?: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 修改通报 Draft it anew
   *
   * 改后须重新批准。
   *
   * What was approved before has to be approved again.
   */
  'bulletin.redraft': {
    input: {
      /**
       * 通报标识
       */
      id: string
      /**
       * bulletin 通报、notice 通知、brief 工作简报
       */
      kind: 'bulletin' | 'notice' | 'brief'
      /**
       * 标题
       */
      title: string
      /**
       * 正文
       */
      text: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 考核计分 Score an agency
   *
   * 由召集人或办公室主任依据统计快照办理；法院、检察院不考核，没有数据的不计分。
   *
   * By the convener or the head of the office, on a snapshot; never court or procuratorate, and nobody without data.
   */
  'figures.score': {
    input: {
      /**
       * 被考核单位
       */
      agency: string
      /**
       * 月份，如 2026-11
       */
      month: string
      /**
       * 得分
       */
      score: number
      /**
       * 说明
       */
      note?: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 统计快照 Take a snapshot of a month’s figures
   *
   * 月份结束后由办公室办理；附清单（口径、截至日志序号、计入事件数及 SHA-256），任何人可据日志重算。
   *
   * By the office when the month is over; with a manifest, so that anyone can count again from the log.
   */
  'figures.take-snapshot': {
    input: {
      /**
       * 指标：on-time 按期办结率
       */
      kind: 'on-time'
      /**
       * 月份，如 2026-11
       */
      month: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 回复建议 Answer the suggestion
   */
  'suggestion.answer': {
    input: {
      /**
       * 建议标识
       */
      id: string
      /**
       * 回函文号
       */
      documentNumber?: string
      /**
       * 采纳和整改情况
       */
      text: string
      /**
       * 附件清单：仅标识、摘要和大小，不含内容
       *
       * @maxItems 50
       */
      attachments?: {
        /**
         * 附件标识
         */
        id: string
        /**
         * 附件密文的 SHA-256
         */
        sha256: string
        /**
         * 字节数
         */
        size: number
      }[]
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 发出检察建议、司法建议 Make a suggestion to an agency
   *
   * 限检察院（检察建议）、法院（司法建议）；收到单位两个月内书面回复。
   *
   * Procuratorates and courts only; the addressee answers in writing within two months.
   */
  'suggestion.send': {
    input: {
      /**
       * 收到单位
       */
      addressee: string
      /**
       * 建议书文号
       */
      documentNumber?: string
      /**
       * 标题
       */
      title: string
      /**
       * 建议内容
       */
      text: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 认可反馈 Accept the report
   */
  'supervision.accept': {
    input: {
      /**
       * 督办标识
       */
      id: string
      /**
       * 说明
       */
      note?: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 签收督办 Sign for the card
   */
  'supervision.acknowledge': {
    input: {
      /**
       * 督办标识
       */
      id: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 撤销督办 Cancel the card
   */
  'supervision.cancel': {
    input: {
      /**
       * 督办标识
       */
      id: string
      /**
       * 理由
       */
      reason: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 销号 Close the card
   */
  'supervision.close': {
    input: {
      /**
       * 督办标识
       */
      id: string
      /**
       * 说明
       */
      note?: string
      /**
       * 文号
       */
      documentNumber?: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 不予督办 Dismiss the proposal
   */
  'supervision.dismiss': {
    input: {
      /**
       * 督办标识
       */
      id: string
      /**
       * 理由
       */
      reason: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 提级督办 Escalate
   *
   * 限召集人，红牌之后。
   *
   * The convener only, after a red card.
   */
  'supervision.escalate': {
    input: {
      /**
       * 督办标识
       */
      id: string
      /**
       * 理由
       */
      reason: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 发出督办 Confirm and issue the card
   *
   * 由具名人员确认。反馈期限 5 至 20 个工作日。司法局用行政执法监督通知书、意见书或决定书。
   *
   * A named officer confirms it. 5 to 20 working days to report. The bureau of justice uses its own documents.
   */
  'supervision.issue': {
    input: {
      /**
       * 督办标识
       */
      id: string
      /**
       * 反馈期限（工作日），5 至 20
       */
      days: number
      /**
       * 督办要求
       */
      demand?: string
      /**
       * 文书：supervision-card 督办单；司法行政部门用 enforcement-notice 行政执法监督通知书、enforcement-opinion 行政执法监督意见书、enforcement-decision 行政执法监督决定书
       */
      document?: 'supervision-card' | 'enforcement-notice' | 'enforcement-opinion' | 'enforcement-decision'
      /**
       * 文号
       */
      documentNumber?: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 提出督办 Propose supervision
   *
   * 事由限于时限逾期、任务、工作整改和行政执法监督（司法局），不涉及立案、不立案和裁判的内容；时限逾期用固定文字。法院、检察院不督办，改发商请函。
   *
   * About a missed clock, a task, a shortcoming, or (bureau of justice) enforcement; never what was decided in a filing or a judgment. A missed clock is reported in fixed words. Court and procuratorate are asked by letter.
   */
  'supervision.propose': {
    input: {
      /**
       * 责任单位
       */
      target: string
      subject: {
        /**
         * 督办事由：missed-clock 时限逾期、task 任务、rectification 工作整改、enforcement 行政执法监督（司法行政部门）
         */
        kind: 'missed-clock' | 'task' | 'rectification' | 'enforcement'
        /**
         * 所涉业务对象，如 task/…
         */
        of?: string
        /**
         * 逾期的时限
         */
        deadline?: string
      }
      /**
       * 事由标题
       */
      title?: string
      /**
       * 理由
       */
      reason?: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 红牌 Red card
   *
   * 限召集人。
   *
   * The convener only.
   */
  'supervision.red-card': {
    input: {
      /**
       * 督办标识
       */
      id: string
      /**
       * 理由
       */
      reason: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 退回反馈 Send the report back
   */
  'supervision.reject': {
    input: {
      /**
       * 督办标识
       */
      id: string
      /**
       * 理由
       */
      reason: string
      /**
       * 反馈期限（工作日），5 至 20
       */
      days: number
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 反馈整改情况 Report on the card
   */
  'supervision.report': {
    input: {
      /**
       * 督办标识
       */
      id: string
      /**
       * 整改情况
       */
      text: string
      /**
       * 文号
       */
      documentNumber?: string
      /**
       * 附件清单：仅标识、摘要和大小，不含内容
       *
       * @maxItems 50
       */
      attachments?: {
        /**
         * 附件标识
         */
        id: string
        /**
         * 附件密文的 SHA-256
         */
        sha256: string
        /**
         * 字节数
         */
        size: number
      }[]
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 发出商请函 Send the letter of request
   */
  'supervision.send-letter': {
    input: {
      /**
       * 督办标识
       */
      id: string
      /**
       * 商请内容
       */
      text?: string
      /**
       * 文号
       */
      documentNumber?: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 黄牌 Yellow card
   */
  'supervision.yellow-card': {
    input: {
      /**
       * 督办标识
       */
      id: string
      /**
       * 理由
       */
      reason: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 任务归档 Archive the task
   */
  'task.archive': {
    input: {
      /**
       * 任务标识
       */
      id: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 取消任务 Cancel the task
   */
  'task.cancel': {
    input: {
      /**
       * 任务标识
       */
      id: string
      /**
       * 理由
       */
      reason: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 评价任务 Evaluate what an agency did
   */
  'task.evaluate': {
    input: {
      /**
       * 任务标识
       */
      id: string
      /**
       * 责任单位
       */
      agency: string
      /**
       * 评价：completed 已完成、partly 部分完成、not-completed 未完成
       */
      result: 'completed' | 'partly' | 'not-completed'
      /**
       * 说明
       */
      note?: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 导入方案任务 Plan the tasks of the plan
   *
   * 将试点建设方案各阶段的任务列入计划，重复导入不重复列入。下达另行办理。
   *
   * Plans the tasks of the plan’s phases; importing again plans nothing twice. They are issued one by one.
   */
  'task.import-plan': {
    input: {
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 方案文号
       */
      plan: string
      /**
       * 新列入的任务数；此前已列入的不计
       */
      planned: number
      tasks: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        /**
         * 任务编号
         */
        number: string
        /**
         * 日期，如 2026-06-01
         */
        dueOn: string
        /**
         * Items: 成员单位代码，如 amr
         */
        owners: string[]
      }[]
      /**
       * 方案列出而名录中没有的单位
       *
       * Items: 成员单位代码，如 amr
       */
      missing: string[]
    }
  }
  /**
   * 下达任务 Issue the task
   *
   * 由召集人或办公室主任批准。不写单位即下达全部责任单位；计划期限已过的须另定期限。
   *
   * By the convener or the head of the office. To all owners unless some are named; where the planned day has passed, another is given.
   */
  'task.issue': {
    input: {
      /**
       * 任务标识
       */
      id: string
      /**
       * @minItems 1
       * @maxItems 64
       *
       * Items: 成员单位代码，如 amr
       */
      agencies?: string[]
      /**
       * 完成期限
       */
      dueOn?: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 列入计划 Plan a task
   */
  'task.plan': {
    input: {
      /**
       * 任务编号，如 2-3
       */
      number: string
      /**
       * 所属阶段
       */
      phase?: string
      /**
       * 任务名称
       */
      title: string
      /**
       * 任务内容
       */
      text: string
      /**
       * 责任单位
       *
       * @minItems 1
       * @maxItems 64
       *
       * Items: 成员单位代码，如 amr
       */
      owners: string[]
      /**
       * 完成期限
       */
      dueOn: string
      /**
       * 出处
       */
      source?: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 报告完成情况 Report on the task
   */
  'task.report': {
    input: {
      /**
       * 任务标识
       */
      id: string
      /**
       * 完成情况
       */
      text: string
      /**
       * 附件清单：仅标识、摘要和大小，不含内容
       *
       * @maxItems 50
       */
      attachments?: {
        /**
         * 附件标识
         */
        id: string
        /**
         * 附件密文的 SHA-256
         */
        sha256: string
        /**
         * 字节数
         */
        size: number
      }[]
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 签收任务 Sign for the task
   */
  'task.sign': {
    input: {
      /**
       * 任务标识
       */
      id: string
      /**
       * 代表哪位工作人员办理
       */
      by?: {
        /**
         * 人员代号（不是姓名）
         */
        person: string
        /**
         * 经办人员的岗位
         */
        role:
          | 'agency-head'
          | 'agency-leader'
          | 'office-head'
          | 'office-staff'
          | 'handler'
          | 'liaison'
          | 'convener'
          | 'deputy-convener'
          | 'secrecy-officer'
          | 'system-admin'
          | 'security-admin'
          | 'audit-admin'
      }
    }
    answer: {
      /**
       * 标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
    }
  }
}

export interface Queries {
  /**
   * 通报表扬 Commendations
   */
  'bulletin.commendations': {
    input: {
      /**
       * 受表扬单位
       */
      agency?: string
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        /**
         * 受表扬单位
         */
        agency: string
        /**
         * 表扬单位
         */
        issuer: string
        /**
         * 标题
         */
        title: string
        /**
         * 事由
         */
        text: string
        /**
         * 文号
         */
        documentNumber?: string
        commendedAt: string
      }[]
      next?: string
    }
  }
  /**
   * 取得通报的文书 A document of a bulletin
   *
   * DOCX 可编辑，PDF 供打印盖章。未向本单位提供的内容显示为〔未提供〕，脱敏内容保持脱敏。缺省为 PDF、最近一份。
   *
   * DOCX to edit, PDF to print and seal. What the agency may not see reads 〔未提供〕; masks stay masks. By default the newest, as PDF.
   */
  'bulletin.document': {
    input: {
      format?: 'docx' | 'pdf'
      /**
       * 同种文书的第几份
       */
      edition?: number
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 文书种类：bulletin 通报
       */
      kind: 'bulletin'
    }
    answer: string
  }
  /**
   * 通报的文书 Documents of a bulletin
   */
  'bulletin.documents': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
    }
    answer: {
      /**
       * 现有文书
       */
      items: {
        /**
         * 文书种类：bulletin 通报
         */
        kind: 'bulletin'
        name: {
          zh: string
          en: string
        }
        /**
         * 同种文书的第几份
         */
        edition: number
        /**
         * 文号
         */
        number?: string
        /**
         * 制作单位
         */
        organ: string
        /**
         * 成文时间
         */
        dated: string
        /**
         * 取得文书
         */
        href: string
      }[]
      /**
       * 尚无的文书，及其所需的步骤
       */
      missing: {
        /**
         * 文书种类：bulletin 通报
         */
        kind: 'bulletin'
        name: {
          zh: string
          en: string
        }
        needs: {
          zh: string
          en: string
        }
      }[]
    }
  }
  /**
   * 一份通报 A bulletin
   */
  'bulletin.get': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
    }
    answer: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      version: number
      /**
       * 办理状态
       */
      status: 'drafted' | 'approved' | 'published'
      /**
       * bulletin 通报、notice 通知、brief 工作简报
       */
      kind: 'bulletin' | 'notice' | 'brief'
      title: string
      /**
       * 印发单位
       */
      issuer: string
      /**
       * 第几稿
       */
      revision: number
      /**
       * 正文
       */
      text: string
      /**
       * 本单位有权知悉的办理过程
       */
      history: {
        at: string
        title: {
          zh: string
          en: string
        }
        event: unknown
      }[]
    }
  }
  /**
   * 通报 Bulletins
   */
  'bulletin.list': {
    input: {
      /**
       * 办理状态
       */
      status?: 'drafted' | 'approved' | 'published'
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        version: number
        /**
         * 办理状态
         */
        status: 'drafted' | 'approved' | 'published'
        /**
         * bulletin 通报、notice 通知、brief 工作简报
         */
        kind: 'bulletin' | 'notice' | 'brief'
        title: string
        /**
         * 印发单位
         */
        issuer: string
        documentNumber?: string
        publishedAt?: string
      }[]
      next?: string
    }
  }
  /**
   * 计入的事件 Events that a figure counted
   *
   * 只列事件编号和结果，限本单位有权知悉的事件；办公室、召集人、副召集人和审计管理员可见全部。首页附清单（截至日志序号、全部计入事件数及 SHA-256）和未列出的件数。
   *
   * Ids and outcomes of the events that the caller’s agency may see; the office, conveners and auditors see all. The first page has a manifest of all that was counted, and how many are not listed.
   */
  'figures.events': {
    input: {
      /**
       * 指标：on-time 按期办结率
       */
      kind: 'on-time'
      /**
       * 月份，如 2026-11
       */
      month: string
      /**
       * 成员单位代码，如 amr
       */
      agency?: string
      /**
       * info-exchange 信息互通、clue-sharing 线索互享、consultation 疑难互商、assistance 协查互助、promotion 工作互促
       */
      mutual?: 'info-exchange' | 'clue-sharing' | 'consultation' | 'assistance' | 'promotion'
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * 事件编号
         */
        id: string
        outcome: 'met' | 'breached'
      }[]
      next?: string
      /**
       * 清单
       */
      manifest?: {
        /**
         * 指标口径及版本
         */
        definition: string
        /**
         * 截至的日志序号
         */
        upto: number
        /**
         * 计入的事件数
         */
        count: number
        /**
         * 计入事件的 SHA-256
         */
        sha256: string
      }
      /**
       * 计入而未列出的事件数
       */
      withheld?: number
    }
  }
  /**
   * 按期办结率 On-time rates
   *
   * 由日志中的时限办结、时限逾期事件逐一计数（口径见 docs/figures.md）。没有数据即为无数据，不是 0% 也不是 100%。法院、检察院列出但不考核，不计入合计。
   *
   * Counted from the events of the log by which clocks ended (docs/figures.md). No cases is no data, neither 0 % nor 100 %. Court and procuratorate are shown, never assessed, and not in the total.
   */
  'figures.get': {
    input: {
      /**
       * 指标：on-time 按期办结率
       */
      kind: 'on-time'
      /**
       * 月份，如 2026-11
       */
      month: string
    }
    answer: {
      /**
       * 指标：on-time 按期办结率
       */
      kind: 'on-time'
      /**
       * 月份，如 2026-11
       */
      month: string
      /**
       * 清单
       */
      manifest: {
        /**
         * 指标口径及版本
         */
        definition: string
        /**
         * 截至的日志序号
         */
        upto: number
        /**
         * 计入的事件数
         */
        count: number
        /**
         * 计入事件的 SHA-256
         */
        sha256: string
      }
      items: {
        /**
         * 成员单位代码，如 amr
         */
        agency: string
        name: string
        /**
         * 是否纳入考核
         */
        assessed: boolean
        /**
         * 按期办结数
         */
        met: number
        /**
         * 逾期数
         */
        breached: number
        /**
         * 计入数
         */
        counted: number
        /**
         * 按期办结率；无数据为 null
         */
        rate: number | null
        /**
         * 按期办结率，或 无数据
         */
        text: string
        /**
         * 计入的事件清单 path of the list of events that were counted
         */
        events: string
        mutuals: {
          /**
           * info-exchange 信息互通、clue-sharing 线索互享、consultation 疑难互商、assistance 协查互助、promotion 工作互促
           */
          mutual: 'info-exchange' | 'clue-sharing' | 'consultation' | 'assistance' | 'promotion'
          zh: string
          /**
           * 按期办结数
           */
          met: number
          /**
           * 逾期数
           */
          breached: number
          /**
           * 计入数
           */
          counted: number
          /**
           * 按期办结率；无数据为 null
           */
          rate: number | null
          /**
           * 按期办结率，或 无数据
           */
          text: string
          /**
           * 计入的事件清单 path of the list of events that were counted
           */
          events: string
        }[]
      }[]
      total: {
        /**
         * 按期办结数
         */
        met: number
        /**
         * 逾期数
         */
        breached: number
        /**
         * 计入数
         */
        counted: number
        /**
         * 按期办结率；无数据为 null
         */
        rate: number | null
        /**
         * 按期办结率，或 无数据
         */
        text: string
        mutuals: {
          /**
           * info-exchange 信息互通、clue-sharing 线索互享、consultation 疑难互商、assistance 协查互助、promotion 工作互促
           */
          mutual: 'info-exchange' | 'clue-sharing' | 'consultation' | 'assistance' | 'promotion'
          zh: string
          /**
           * 按期办结数
           */
          met: number
          /**
           * 逾期数
           */
          breached: number
          /**
           * 计入数
           */
          counted: number
          /**
           * 按期办结率；无数据为 null
           */
          rate: number | null
          /**
           * 按期办结率，或 无数据
           */
          text: string
          /**
           * 计入的事件清单 path of the list of events that were counted
           */
          events: string
        }[]
      }
    }
  }
  /**
   * 某月的统计快照 Snapshots of a month
   */
  'figures.snapshots': {
    input: {
      /**
       * 指标：on-time 按期办结率
       */
      kind: 'on-time'
      /**
       * 月份，如 2026-11
       */
      month: string
    }
    answer: {
      items: {
        at: string
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        snapshot: {
          /**
           * 指标：on-time 按期办结率
           */
          kind: 'on-time'
          /**
           * 月份，如 2026-11
           */
          month: string
          /**
           * 各单位、各类别的计数
           *
           * @maxItems 1000
           */
          figures: {
            /**
             * 成员单位代码，如 amr
             */
            agency: string
            /**
             * 五互类别
             */
            mutual:
              | 'governance'
              | 'info-exchange'
              | 'clue-sharing'
              | 'consultation'
              | 'assistance'
              | 'promotion'
              | 'delivery'
              | 'audit'
            /**
             * 按期办结数
             */
            met: number
            /**
             * 逾期数
             */
            breached: number
            /**
             * 是否纳入考核：法院、检察院不考核
             */
            assessed: boolean
          }[]
          /**
           * 清单
           */
          manifest: {
            /**
             * 指标口径及版本
             */
            definition: string
            /**
             * 截至的日志序号
             */
            upto: number
            /**
             * 计入的事件数
             */
            count: number
            /**
             * 计入事件的 SHA-256
             */
            sha256: string
          }
        }
      }[]
    }
  }
  /**
   * 取得建议的文书 A document of a suggestion
   *
   * DOCX 可编辑，PDF 供打印盖章。未向本单位提供的内容显示为〔未提供〕，脱敏内容保持脱敏。缺省为 PDF、最近一份。
   *
   * DOCX to edit, PDF to print and seal. What the agency may not see reads 〔未提供〕; masks stay masks. By default the newest, as PDF.
   */
  'suggestion.document': {
    input: {
      format?: 'docx' | 'pdf'
      /**
       * 同种文书的第几份
       */
      edition?: number
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 文书种类：suggestion-answer 建议书回复
       */
      kind: 'suggestion-answer'
    }
    answer: string
  }
  /**
   * 建议的文书 Documents of a suggestion
   */
  'suggestion.documents': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
    }
    answer: {
      /**
       * 现有文书
       */
      items: {
        /**
         * 文书种类：suggestion-answer 建议书回复
         */
        kind: 'suggestion-answer'
        name: {
          zh: string
          en: string
        }
        /**
         * 同种文书的第几份
         */
        edition: number
        /**
         * 文号
         */
        number?: string
        /**
         * 制作单位
         */
        organ: string
        /**
         * 成文时间
         */
        dated: string
        /**
         * 取得文书
         */
        href: string
      }[]
      /**
       * 尚无的文书，及其所需的步骤
       */
      missing: {
        /**
         * 文书种类：suggestion-answer 建议书回复
         */
        kind: 'suggestion-answer'
        name: {
          zh: string
          en: string
        }
        needs: {
          zh: string
          en: string
        }
      }[]
    }
  }
  /**
   * 一份建议及回复 A suggestion and its answer
   */
  'suggestion.get': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
    }
    answer: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      version: number
      /**
       * 办理状态
       */
      status: 'received' | 'answered'
      /**
       * procuratorial 检察建议、judicial 司法建议
       */
      kind: 'procuratorial' | 'judicial'
      /**
       * 发出单位
       */
      issuer: string
      /**
       * 收到单位
       */
      addressee: string
      title: string
      /**
       * 本单位有权知悉的办理过程
       */
      history: {
        at: string
        title: {
          zh: string
          en: string
        }
        event: unknown
      }[]
    }
  }
  /**
   * 本单位发出和收到的建议 Suggestions made or received
   */
  'suggestion.list': {
    input: {
      /**
       * 办理状态
       */
      status?: 'received' | 'answered'
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        version: number
        /**
         * 办理状态
         */
        status: 'received' | 'answered'
        /**
         * procuratorial 检察建议、judicial 司法建议
         */
        kind: 'procuratorial' | 'judicial'
        /**
         * 发出单位
         */
        issuer: string
        /**
         * 收到单位
         */
        addressee: string
        title: string
        receivedAt: string
      }[]
      next?: string
    }
  }
  /**
   * 取得督办的文书 A document of a supervision
   *
   * DOCX 可编辑，PDF 供打印盖章。未向本单位提供的内容显示为〔未提供〕，脱敏内容保持脱敏。缺省为 PDF、最近一份。
   *
   * DOCX to edit, PDF to print and seal. What the agency may not see reads 〔未提供〕; masks stay masks. By default the newest, as PDF.
   */
  'supervision.document': {
    input: {
      format?: 'docx' | 'pdf'
      /**
       * 同种文书的第几份
       */
      edition?: number
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 文书种类：supervision 督办单、law-supervision-notice 行政执法监督通知书、request-letter 商请函、rectification-report 整改报告
       */
      kind: 'supervision' | 'law-supervision-notice' | 'request-letter' | 'rectification-report'
    }
    answer: string
  }
  /**
   * 督办的文书 Documents of a supervision
   */
  'supervision.documents': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
    }
    answer: {
      /**
       * 现有文书
       */
      items: {
        /**
         * 文书种类：supervision 督办单、law-supervision-notice 行政执法监督通知书、request-letter 商请函、rectification-report 整改报告
         */
        kind: 'supervision' | 'law-supervision-notice' | 'request-letter' | 'rectification-report'
        name: {
          zh: string
          en: string
        }
        /**
         * 同种文书的第几份
         */
        edition: number
        /**
         * 文号
         */
        number?: string
        /**
         * 制作单位
         */
        organ: string
        /**
         * 成文时间
         */
        dated: string
        /**
         * 取得文书
         */
        href: string
      }[]
      /**
       * 尚无的文书，及其所需的步骤
       */
      missing: {
        /**
         * 文书种类：supervision 督办单、law-supervision-notice 行政执法监督通知书、request-letter 商请函、rectification-report 整改报告
         */
        kind: 'supervision' | 'law-supervision-notice' | 'request-letter' | 'rectification-report'
        name: {
          zh: string
          en: string
        }
        needs: {
          zh: string
          en: string
        }
      }[]
    }
  }
  /**
   * 督办及办理过程 A supervision and what happened to it
   */
  'supervision.get': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
    }
    answer: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      version: number
      /**
       * 办理状态
       */
      status:
        | 'proposed'
        | 'dismissed'
        | 'letter-sent'
        | 'issued'
        | 'acknowledged'
        | 'reported'
        | 'rejected'
        | 'accepted'
        | 'closed'
        | 'cancelled'
      /**
       * card 督办、letter 商请函
       */
      form: 'card' | 'letter'
      /**
       * 督办单位
       */
      issuer: string
      /**
       * 责任单位
       */
      target: string
      /**
       * 督办事由：missed-clock 时限逾期、task 任务、rectification 工作整改、enforcement 行政执法监督（司法行政部门）
       */
      kind: 'missed-clock' | 'task' | 'rectification' | 'enforcement'
      /**
       * 所涉业务对象
       */
      of?: string
      /**
       * 时限规则编号，如 B7
       */
      rule?: string
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
      title: string
      /**
       * 黄牌、红牌
       */
      card: 'none' | 'yellow' | 'red'
      /**
       * 反馈期限已过
       */
      overdue: boolean
      /**
       * 已提级
       */
      escalated: boolean
      /**
       * 已反馈次数
       */
      rounds: number
      /**
       * 本单位有权知悉的办理过程
       */
      history: {
        at: string
        title: {
          zh: string
          en: string
        }
        event: unknown
      }[]
    }
  }
  /**
   * 本单位发出和收到的督办 Supervisions issued or received
   */
  'supervision.list': {
    input: {
      /**
       * 办理状态
       */
      status?:
        | 'proposed'
        | 'dismissed'
        | 'letter-sent'
        | 'issued'
        | 'acknowledged'
        | 'reported'
        | 'rejected'
        | 'accepted'
        | 'closed'
        | 'cancelled'
      /**
       * 成员单位代码，如 amr
       */
      target?: string
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        version: number
        /**
         * 办理状态
         */
        status:
          | 'proposed'
          | 'dismissed'
          | 'letter-sent'
          | 'issued'
          | 'acknowledged'
          | 'reported'
          | 'rejected'
          | 'accepted'
          | 'closed'
          | 'cancelled'
        /**
         * card 督办、letter 商请函
         */
        form: 'card' | 'letter'
        /**
         * 督办单位
         */
        issuer: string
        /**
         * 责任单位
         */
        target: string
        /**
         * 督办事由：missed-clock 时限逾期、task 任务、rectification 工作整改、enforcement 行政执法监督（司法行政部门）
         */
        kind: 'missed-clock' | 'task' | 'rectification' | 'enforcement'
        /**
         * 所涉业务对象
         */
        of?: string
        /**
         * 时限规则编号，如 B7
         */
        rule?: string
        /**
         * 案源编号，如 150824-2026-000001
         */
        caseNumber?: string
        title: string
        /**
         * 黄牌、红牌
         */
        card: 'none' | 'yellow' | 'red'
        /**
         * 反馈期限已过
         */
        overdue: boolean
        /**
         * 已提级
         */
        escalated: boolean
        proposedAt: string
        updatedAt: string
      }[]
      next?: string
    }
  }
  /**
   * 任务及办理过程 A task and what happened to it
   */
  'task.get': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
    }
    answer: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      version: number
      /**
       * 办理状态；责任单位只见本单位的
       */
      status: 'planned' | 'issued' | 'signed' | 'reported' | 'evaluated' | 'archived' | 'cancelled'
      /**
       * 任务编号
       */
      number: string
      /**
       * 所属阶段
       */
      phase?: string
      title: string
      /**
       * 下达单位
       */
      issuer: string
      /**
       * 计划期限
       */
      plannedDueOn: string
      /**
       * 下达情况；责任单位只见本单位的
       */
      assignments: {
        /**
         * 责任单位
         */
        agency: string
        /**
         * 该单位办理状态
         */
        status: 'issued' | 'signed' | 'reported' | 'evaluated'
        /**
         * 完成期限
         */
        dueOn: string
        /**
         * 评价：completed 已完成、partly 部分完成、not-completed 未完成
         */
        result?: 'completed' | 'partly' | 'not-completed'
      }[]
      /**
       * 本单位有权知悉的办理过程
       */
      history: {
        at: string
        title: {
          zh: string
          en: string
        }
        event: unknown
      }[]
    }
  }
  /**
   * 任务清单 Tasks
   */
  'task.list': {
    input: {
      /**
       * 阶段名称
       */
      phase?: string
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        version: number
        /**
         * 办理状态；责任单位只见本单位的
         */
        status: 'planned' | 'issued' | 'signed' | 'reported' | 'evaluated' | 'archived' | 'cancelled'
        /**
         * 任务编号
         */
        number: string
        /**
         * 所属阶段
         */
        phase?: string
        title: string
        /**
         * 下达单位
         */
        issuer: string
        /**
         * 计划期限
         */
        plannedDueOn: string
        /**
         * 下达情况；责任单位只见本单位的
         */
        assignments: {
          /**
           * 责任单位
           */
          agency: string
          /**
           * 该单位办理状态
           */
          status: 'issued' | 'signed' | 'reported' | 'evaluated'
          /**
           * 完成期限
           */
          dueOn: string
          /**
           * 评价：completed 已完成、partly 部分完成、not-completed 未完成
           */
          result?: 'completed' | 'partly' | 'not-completed'
        }[]
      }[]
      next?: string
    }
  }
  /**
   * 方案阶段 Phases of the plan
   */
  'task.plan-phases': {
    input: {}
    answer: {
      plan: string
      zh: string
      en: string
      notes: string[]
      phases: {
        number: string
        zh: string
        en: string
        /**
         * 日期，如 2026-06-01
         */
        from: string
        /**
         * 日期，如 2026-06-01
         */
        to: string
        /**
         * 方案中起止时间相同的阶段
         */
        sameDatesAs?: string
        /**
         * 方案任务数
         */
        tasks: number
      }[]
    }
  }
}
