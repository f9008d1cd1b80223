// Written by generate.ts from the services' OpenAPI documents: run it again instead of editing.
// biome-ignore-all format: generated
// biome-ignore-all lint: generated

export interface Commands {
  /**
   * 接受协查 Accept the request
   */
  'assistance.accept': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 承诺的答复期限；不填则依时限规则
       */
      dueAt?: string
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
       * 协查标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 协查办结 Close the assistance
   */
  'assistance.close': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 办结说明
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
       * 协查标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 确认复函 Confirm the reply
   */
  'assistance.confirm': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 确认说明
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
       * 协查标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 延长协查期限 Extend the period, once
   */
  'assistance.extend': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 新的承诺期限；不填则依时限规则
       */
      dueAt?: string
      /**
       * 延期理由
       */
      reason: string
      /**
       * 审批人
       */
      approver: {
        /**
         * 审批人代号
         */
        person: string
        /**
         * 审批人角色，如 agency-leader
         */
        role: string
        /**
         * 审批人所在机关的级别：县级、设区的市级、省级、国家级
         */
        level?: 'county' | 'city' | 'province' | 'national'
        /**
         * 审批人所在机关，如 巴彦淖尔市市场监督管理局
         */
        organ?: string
      }
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
       * 协查标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 转交协查函 Forward the request
   */
  'assistance.forward': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 转入单位
       */
      to: string
      /**
       * 转交理由
       */
      reason: string
      /**
       * 是否市场监管系统内协查
       */
      withinSystem?: boolean
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
       * 协查标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 导入机制外单位的复函 Import the reply of a body outside
   *
   * 跨区域协查：由请求单位录入纸质复函的文号、日期、内容和附件摘要值，再确认、办结。
   *
   * The requester enters the paper: number, date, text and hashes of attachments; then confirms and closes as usual.
   */
  'assistance.import-reply': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 复函结果：answered 已答复、refused 不予协助
       */
      outcome: 'answered' | 'refused'
      /**
       * 复函文号
       */
      letterNumber: string
      /**
       * 复函日期
       */
      repliedOn: string
      /**
       * 复函内容
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
       * 协查标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 签收协查函 Sign for the request
   */
  'assistance.receive': {
    input: {
      /**
       * UUID v7 (RFC 9562)
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
       * 协查标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 拒绝协查 Refuse the request
   */
  'assistance.refuse': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 不能协助的理由
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
       * 协查标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 协查复函 Reply
   *
   * 要求补充后再次复函即为补充答复。公安只报办理状态，不报侦查内容。
   *
   * After a request for a supplement, a further reply is the supplement. Police tell the status only.
   */
  'assistance.reply': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 复函内容
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
       * 公安办理状态：受案、立案、不予立案、撤案、移送起诉
       */
      policeStatus?: 'accepted' | 'filed' | 'not-filed' | 'withdrawn' | 'sent-for-prosecution'
      /**
       * 公安办理状态的日期
       */
      policeStatusOn?: string
      /**
       * 复函文号
       */
      letterNumber?: string
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
       * 协查标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 发出协查函 Ask another agency for assistance
   *
   * 案源须已登记且本单位为参与单位。由本单位负责人审批；查封扣押、查询账户须由设区的市级以上机关主要负责人批准（反不正当竞争法第十六条，条文号待核对），并写明其所在机关。审批人在名录中的，须现任所填职务。受请求单位填写一个 addressee、多个 addressees，或者机制外单位 external。
   *
   * On a registered case to which the agency is a party. Approved by a leader of the agency; seizure and bank-account by the head of a bureau at city level or above (article number to be verified), which is named. An approver whom the directory knows must hold the role. Name one addressee, several addressees, or a body outside (external).
   */
  'assistance.request': {
    input: {
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      /**
       * 协查事由
       */
      title: string
      /**
       * 协查事项
       *
       * @minItems 1
       * @maxItems 20
       */
      items: {
        /**
         * 事项种类：询问、调取材料、辨认鉴别、现场检查、查封扣押、查询账户、其他
         */
        kind: 'inquiry' | 'document' | 'identification' | 'on-site' | 'seizure' | 'bank-account' | 'other'
        /**
         * 协查事项的具体内容
         */
        text: string
      }[]
      /**
       * 法律依据
       */
      legalBasis: string
      /**
       * 审批人
       */
      approver: {
        /**
         * 审批人代号
         */
        person: string
        /**
         * 审批人角色，如 agency-leader
         */
        role: string
        /**
         * 审批人所在机关的级别：县级、设区的市级、省级、国家级
         */
        level?: 'county' | 'city' | 'province' | 'national'
        /**
         * 审批人所在机关，如 巴彦淖尔市市场监督管理局
         */
        organ?: string
      }
      /**
       * 协查对象名称
       */
      targetName?: string
      /**
       * 协查对象统一社会信用代码
       */
      targetUscc?: string
      /**
       * 涉及的密点：仅编号、摘要、保管人、查阅地点
       *
       * @minItems 1
       * @maxItems 50
       */
      secretPoints?: {
        /**
         * 密点编号
         */
        number: string
        /**
         * 密点材料的 SHA-256
         */
        hash?: string
        /**
         * 保管单位
         */
        custodian?: string
        /**
         * 查阅地点
         */
        place?: string
      }[]
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
       * 希望答复的期限
       */
      dueAt?: string
      /**
       * 是否市场监管系统内协查
       */
      withinSystem?: boolean
      /**
       * 协查函文号，如 乌中市监协〔2026〕1号
       */
      letterNumber?: string
      /**
       * 受请求单位
       */
      addressee?: string
      /**
       * 同一函件发往多个单位，各自办理、各自复函
       *
       * @minItems 2
       * @maxItems 20
       *
       * Items: 受请求单位
       */
      addressees?: string[]
      /**
       * 机制外的受请求单位
       */
      external?: {
        /**
         * 机制外单位名称，如 乌拉特前旗市场监督管理局
         */
        name: string
        /**
         * 所在行政区划
         */
        region: string
        /**
         * 所属系统：市场监管、公安、检察、法院、其他
         */
        system?: 'market-regulation' | 'police' | 'procuratorate' | 'court' | 'other'
      }
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
       * 协查标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      /**
       * 由此产生的事件；为空表示此前已办
       */
      events: {
        id: string
        type: string
      }[]
      /**
       * 同一函件发往多个单位时的共同标识
       */
      circular?: string
      /**
       * 发往多个单位时，每个单位一件协查
       */
      assistances?: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        /**
         * 受请求单位
         */
        addressee: string
        version: number
        /**
         * 办理状态
         */
        status:
          | 'sent'
          | 'received'
          | 'accepted'
          | 'refused'
          | 'replied'
          | 'supplement-requested'
          | 'confirmed'
          | 'withdrawn'
          | 'closed'
      }[]
    }
  }
  /**
   * 要求补充 Ask for a supplement
   */
  'assistance.request-supplement': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 需要补充的内容
       */
      what: string
      /**
       * 希望补充的期限
       */
      dueAt?: string
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
       * 协查标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 撤回协查 Withdraw the request
   */
  'assistance.withdraw': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 撤回理由
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
       * 协查标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 受理会商 Accept the consultation
   *
   * 可同时邀请单位。须由办公室主任、工作人员或者副召集人办理。
   *
   * May invite agencies at once. By the head or staff of the office, or a deputy convener.
   */
  'consultation.accept': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * @maxItems 30
       *
       * Items: 受邀单位
       */
      invite?: string[]
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 答复咨询 Answer an inquiry
   */
  'consultation.answer-inquiry': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 第几次咨询
       */
      inquiry: number
      /**
       * 答复意见
       */
      answer: string
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 答复会商邀请 Answer the invitation
   */
  'consultation.answer-invitation': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 是否参加
       */
      attends: boolean
      /**
       * 不能参加的原因
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 确定会商后续事项 Assign a follow-up
   */
  'consultation.assign-follow-up': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 责任单位
       */
      owner: string
      /**
       * 完成期限
       */
      dueOn: string
      /**
       * 后续事项
       */
      task: string
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 提供会商材料 Bring the materials
   */
  'consultation.bring-materials': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 材料说明（不得写入商业秘密内容）
       */
      summary: string
      /**
       * 附件清单：仅标识、摘要和大小，不含内容
       *
       * @maxItems 50
       */
      materials?: {
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 会商办结 Close the consultation
   *
   * 纪要签署完毕、后续事项完成后办结；写明 reason 可提前终结。
   *
   * When the minutes are signed and all follow-ups done; with a reason it ends before that.
   */
  'consultation.close': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 提前终结的理由
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 召集会商 Call the meeting
   *
   * 材料齐备后办理；再次办理即改期。参与单位的副召集人也可以召集。
   *
   * When the materials are ready; again to move it. A deputy convener of an agency that takes part may, too.
   */
  'consultation.convene': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 会商时间
       */
      meetsAt: string
      /**
       * 会商地点或方式
       */
      place: string
      /**
       * 议程
       */
      agenda?: string
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 不予受理会商 Decline the consultation
   */
  'consultation.decline': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 不予受理的理由
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 起草会商纪要 Draft the minutes
   *
   * 修改即为新的一稿，须重新会签。
   *
   * A change makes a new draft, which is signed anew.
   */
  'consultation.draft-minutes': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 会商经过和各方意见
       */
      text: string
      /**
       * 会商意见（仅供参考，不约束立案和裁判）
       */
      conclusion: string
      /**
       * 会商纪要文号
       */
      number?: string
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 起草书面意见 Draft a written opinion
   *
   * 草稿仅本单位可见。
   *
   * Drafts are seen by the own agency only.
   */
  'consultation.draft-opinion': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 书面意见草稿
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 聘请专家、委托鉴定 Engage an expert or an institution
   *
   * 从专家人才库、鉴定机构资源中选取，按其单位和已知利害关系与案件所涉企业、人员比对；应当回避的一律不予聘请，办公室亦不得放行。
   *
   * From the pool. Checked against the companies and persons of the case; whoever stands near the matter is refused, and nobody may waive it.
   */
  'consultation.engage': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 专家或鉴定机构标识
       */
      expert: string
      /**
       * 咨询或鉴定事项
       */
      purpose: string
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 完成会商后续事项 Report a follow-up done
   */
  'consultation.follow-up': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 后续事项序号
       */
      number: number
      /**
       * 完成情况
       */
      result: string
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 提交书面意见 Give a written opinion
   *
   * 全体参与单位可见；再次提交即取代前次。
   *
   * For all who take part; a later one replaces it.
   */
  'consultation.give-opinion': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 书面意见
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 记录会商召开 Record that it was held
   */
  'consultation.hold': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 会商时间
       */
      heldAt?: string
      /**
       * 参会人员
       *
       * @minItems 2
       * @maxItems 60
       */
      attendees: {
        /**
         * 所在单位
         */
        agency: string
        /**
         * 参会人员代号
         */
        person: string
        /**
         * 姓名
         */
        name: string
        /**
         * 职务
         */
        duty?: string
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 向检察机关咨询证据、标准 Ask the procuratorate
   */
  'consultation.inquire': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 受咨询的检察院
       */
      asked: string
      /**
       * 咨询的证据、标准问题
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 邀请单位参加会商 Invite agencies
   */
  'consultation.invite': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 受邀单位
       *
       * @minItems 1
       * @maxItems 30
       *
       * Items: 受邀单位
       */
      agencies: string[]
      /**
       * 邀请说明
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 提请会商 Propose a consultation
   *
   * 填写问题、商业秘密种类、案源编号三项即可；一般性问题以 general 代替案源编号。可援引本单位知悉的以往会商。
   *
   * Question, kind of secret and case number are enough; for a general question say `general` instead of the case. Earlier consultations that the agency knows may be cited.
   */
  'consultation.propose': {
    input: {
      /**
       * 疑难问题（不得写入商业秘密内容）
       */
      question: string
      /**
       * 商业秘密种类：technical 技术信息、business 经营信息
       */
      secretKind: 'technical' | 'business'
      /**
       * 所涉案源；一般性问题没有
       */
      caseNumber?: string
      /**
       * 基本情况
       */
      background?: string
      /**
       * 所涉企业，用于专家、鉴定机构回避审查
       *
       * @minItems 1
       * @maxItems 20
       */
      companies?: {
        /**
         * 企业名称
         */
        company: string
        /**
         * 统一社会信用代码 (GB 32100-2015)
         */
        uscc?: string
      }[]
      /**
       * 援引的以往会商
       *
       * @minItems 1
       * @maxItems 20
       *
       * Items: 会商标识
       */
      cites?: string[]
      /**
       * 一般性问题，不属于任何案源
       */
      general?: boolean
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 登记专家意见、鉴定意见 Record what an expert or institution came to
   *
   * 由提请单位或者办公室在收到书面意见后登记，每名专家、每个鉴定机构一次。仅供会商参考，不改变线索、案件的状态；因鉴定中止的线索由经办机关自行恢复。
   *
   * By the proposing agency or the office, once for each that was engaged. Advice only: a clue suspended for it is resumed by whoever handles the clue.
   */
  'consultation.receive-expert-opinion': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 专家或鉴定机构在人才库、机构库中的标识
       */
      expert: string
      /**
       * 专家咨询意见 opinion、鉴定意见 appraisal
       */
      kind: 'opinion' | 'appraisal'
      /**
       * 收到日期
       */
      receivedOn: string
      /**
       * 意见结论（不得写入商业秘密内容）
       */
      conclusion: string
      file?: {
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
      }
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 会签纪要 Sign the minutes
   *
   * 由参会人员本人（by.person）签署；有不同意见的写入 dissent，署名记入纪要。
   *
   * By the attendee in person (by.person). Whoever does not agree says so in dissent, which goes into the minutes by name.
   */
  'consultation.sign-minutes': {
    input: {
      /**
       * 会商标识
       */
      id: string
      /**
       * 不同意见
       */
      dissent?: string
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
       * 会商标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
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
   * 处置证据物品 Dispose of evidence
   */
  'evidence.dispose': {
    input: {
      /**
       * 证据物品标识
       */
      id: string
      /**
       * 处置方式：confiscated 没收上缴、destroyed 销毁、archived 随卷归档、other 其他
       */
      manner: 'confiscated' | 'destroyed' | 'archived' | 'other'
      /**
       * 处置依据
       */
      basis: string
      /**
       * 处置文书文号
       */
      documentNumber?: string
      /**
       * 批准人（本单位负责人）
       */
      approver: {
        /**
         * 批准人代号
         */
        person: string
        role: 'agency-head' | 'agency-leader'
      }
      /**
       * 处置人员，不少于两人
       *
       * @minItems 2
       * @maxItems 10
       *
       * Items: 人员代号
       */
      persons: string[]
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
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 状态：held 保管中、in-transit 移交途中、returned 已发还、disposed 已处置
       */
      status: 'held' | 'in-transit' | 'returned' | 'disposed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 移交证据物品 Hand evidence over
   */
  'evidence.hand-over': {
    input: {
      /**
       * 证据物品标识
       */
      id: string
      /**
       * 接收单位
       */
      to: string
      /**
       * 移交事由
       */
      purpose: string
      /**
       * 封签编号
       */
      seal?: string
      /**
       * 移交人员，不少于两人
       *
       * @minItems 2
       * @maxItems 10
       *
       * Items: 人员代号
       */
      persons: string[]
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
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 状态：held 保管中、in-transit 移交途中、returned 已发还、disposed 已处置
       */
      status: 'held' | 'in-transit' | 'returned' | 'disposed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 接收证据物品 Receive evidence
   */
  'evidence.receive': {
    input: {
      /**
       * 证据物品标识
       */
      id: string
      /**
       * 封签、外观是否完好
       */
      intact: boolean
      /**
       * 接收时的状况；不完好的须写明
       */
      condition?: string
      /**
       * 保管地点
       */
      place: string
      /**
       * 接收人员，不少于两人
       *
       * @minItems 2
       * @maxItems 10
       *
       * Items: 人员代号
       */
      persons: string[]
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
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 状态：held 保管中、in-transit 移交途中、returned 已发还、disposed 已处置
       */
      status: 'held' | 'in-transit' | 'returned' | 'disposed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 登记证据物品 Register evidence
   *
   * 由案源参与单位，或者就该协查受请求的单位登记。不得写入商业秘密内容。
   *
   * By a party to the case, or by the agency that the assistance asked. Never describe the secret itself.
   */
  'evidence.register': {
    input: {
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      /**
       * 由此协查取得：协查标识
       */
      assistance?: string
      /**
       * 证据种类：document 书证、object 物证、electronic 电子数据、audio-video 视听资料、other 其他
       */
      kind: 'document' | 'object' | 'electronic' | 'audio-video' | 'other'
      /**
       * 物品编号
       */
      number: string
      /**
       * 名称
       */
      name: string
      /**
       * 数量，如 1 台
       */
      quantity?: string
      /**
       * 特征（不得写入商业秘密内容）
       */
      description?: string
      /**
       * 电子数据的 SHA-256
       */
      sha256?: string
      /**
       * 取得时间
       */
      obtainedAt: string
      /**
       * 保管地点
       */
      place: string
      /**
       * 登记人员，不少于两人
       *
       * @minItems 2
       * @maxItems 10
       *
       * Items: 人员代号
       */
      persons: string[]
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
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 状态：held 保管中、in-transit 移交途中、returned 已发还、disposed 已处置
       */
      status: 'held' | 'in-transit' | 'returned' | 'disposed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 发还证据物品 Return evidence to whom it belongs
   */
  'evidence.return': {
    input: {
      /**
       * 证据物品标识
       */
      id: string
      /**
       * 领取人
       */
      to: string
      /**
       * 发还理由
       */
      reason: string
      /**
       * 发还人员，不少于两人
       *
       * @minItems 2
       * @maxItems 10
       *
       * Items: 人员代号
       */
      persons: string[]
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
       * UUID v7 (RFC 9562)
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 状态：held 保管中、in-transit 移交途中、returned 已发还、disposed 已处置
       */
      status: 'held' | 'in-transit' | 'returned' | 'disposed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      events: {
        id: string
        type: string
      }[]
    }
  }
  /**
   * 受案 Accept the case
   */
  'transfer.accept': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 该状态的日期
       */
      policeStatusOn?: string
      /**
       * 受案回执文号
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 反向衔接受理 Take the case for administrative review
   */
  'transfer.accept-reverse': {
    input: {
      /**
       * 移送标识
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 回复检察意见 Answer the procuratorial opinion
   */
  'transfer.answer-opinion': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 处理结果：penalty 给予行政处罚、no-penalty 不予行政处罚、in-progress 正在处理
       */
      outcome: 'penalty' | 'no-penalty' | 'in-progress'
      /**
       * 处理情况
       */
      text: string
      /**
       * 检察意见回复文号
       */
      documentNumber?: string
      /**
       * 行政处罚决定书文号
       */
      penaltyNumber?: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 批准移送（正职负责人） Approve the transfer (head only)
   */
  'transfer.approve': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 批准意见
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 移送办结 Close the transfer
   */
  'transfer.close': {
    input: {
      /**
       * 移送标识
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 反向衔接审查终结 Close the review without an opinion
   */
  'transfer.close-reverse': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 不提出检察意见的理由
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 抄送行政处罚决定 Copy a penalty to police and procuratorate
   */
  'transfer.copy-penalty': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 行政处罚决定书文号
       */
      documentNumber: string
      /**
       * 决定日期
       */
      decidedOn?: string
      /**
       * 罚款金额（元）
       */
      fineYuan?: number
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 说明不立案理由 Explain why not filed
   */
  'transfer.explain': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 不立案的理由
       */
      reasons: string
      /**
       * 不立案理由说明书文号
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 延长立案审查期限 Extend the time to decide on filing
   */
  'transfer.extend-filing': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 延长理由
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 立案 File the case
   */
  'transfer.file': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 该状态的日期
       */
      policeStatusOn?: string
      /**
       * 立案通知书文号
       */
      documentNumber: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 组成专案组（不少于两人） Form a team of at least two
   */
  'transfer.form-team': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * @minItems 1
       * @maxItems 20
       *
       * Items: 办案人员代号
       */
      members: string[]
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 提出检察意见 Give the procuratorial opinion
   */
  'transfer.give-opinion': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 检察意见书文号
       */
      documentNumber: string
      /**
       * 检察意见
       */
      opinion: string
      /**
       * 涉嫌单位或人员
       *
       * @minItems 1
       * @maxItems 50
       */
      suspects?: {
        /**
         * 单位名称
         */
        company?: string
        /**
         * 姓名
         */
        person?: string
        /**
         * 统一社会信用代码 (GB 32100-2015)
         */
        uscc?: string
      }[]
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
       * 受检察意见的行政机关；不填为移送机关
       */
      to?: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 移交涉案物品 Hand over exhibits
   */
  'transfer.hand-over-exhibits': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 涉案物品清单
       *
       * @maxItems 500
       */
      exhibits: {
        /**
         * 物品名称（不得写入商业秘密内容）
         */
        name: string
        /**
         * 数量，如 2台
         */
        quantity: string
        /**
         * 特征、型号、编号
         */
        features?: string
        /**
         * 存放地点
         */
        place?: string
        /**
         * 保管人或保管单位
         */
        custodian?: string
        /**
         * 已采取的措施：sealed 查封、seized 扣押、preserved 先行登记保存、none 无
         */
        measure?: 'sealed' | 'seized' | 'preserved' | 'none'
      }[]
      /**
       * 查封、扣押物品移送告知书文号
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 不予立案 Decide not to file
   */
  'transfer.not-file': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 该状态的日期
       */
      policeStatusOn?: string
      /**
       * 不予立案通知书文号
       */
      documentNumber: string
      /**
       * 不予立案的理由
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 不起诉 Decide not to prosecute
   */
  'transfer.not-prosecute': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 不起诉种类：statutory 法定、discretionary 酌定、insufficient-evidence 存疑
       */
      kind: 'statutory' | 'discretionary' | 'insufficient-evidence'
      /**
       * 不起诉决定书文号
       */
      documentNumber: string
      /**
       * 决定日期
       */
      decidedOn?: string
      /**
       * 涉嫌单位或人员
       *
       * @minItems 1
       * @maxItems 50
       */
      suspects?: {
        /**
         * 单位名称
         */
        company?: string
        /**
         * 姓名
         */
        person?: string
        /**
         * 统一社会信用代码 (GB 32100-2015)
         */
        uscc?: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 告知撤案 Tell of the withdrawal
   */
  'transfer.notify-withdrawal': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 撤销案件告知书文号
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 通知立案 Order the filing
   */
  'transfer.order-filing': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 通知立案书文号
       */
      documentNumber: string
      /**
       * 通知立案的理由
       */
      reasons?: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 催办 Press a slow case
   */
  'transfer.press': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 立案监督案件催办函文号
       */
      documentNumber: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 提起公诉 Prosecute
   */
  'transfer.prosecute': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 起诉书文号
       */
      documentNumber?: string
      /**
       * 决定日期
       */
      decidedOn?: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 签收移送书回执 Sign the receipt
   *
   * 不得以材料不全为由拒绝签收；材料不全的，签收后要求补正（国务院令第310号第七条）。
   *
   * Incomplete papers are no reason not to sign: sign, then ask for a supplement.
   */
  'transfer.receipt': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 移送书回执文号
       */
      receiptNumber?: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 作出复议决定 Decide the reconsideration
   */
  'transfer.reconsider': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 复议结果：upheld 维持不予立案、reversed 应当立案
       */
      outcome: 'upheld' | 'reversed'
      /**
       * 复议理由
       */
      reason: string
      /**
       * 复议决定书文号
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 不批准移送（正职负责人，记录理由） Refuse the transfer (head only, reasons on record)
   */
  'transfer.refuse': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 不批准移送的理由（记录在案）
       */
      reasons: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 提出移送书面报告 Report to the head
   */
  'transfer.report': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 涉嫌罪名，如 侵犯商业秘密罪（刑法第二百一十九条）
       */
      suspectedOffence: string
      /**
       * 核实情况
       */
      summary: string
      /**
       * 专案组意见：transfer 建议移送、no-transfer 建议不移送
       */
      opinion: 'transfer' | 'no-transfer'
      /**
       * 涉案金额（元），仅供参考，不作为移送门槛
       */
      amountYuan?: number
      /**
       * 涉嫌单位或人员
       *
       * @minItems 1
       * @maxItems 50
       */
      suspects?: {
        /**
         * 单位名称
         */
        company?: string
        /**
         * 姓名
         */
        person?: string
        /**
         * 统一社会信用代码 (GB 32100-2015)
         */
        uscc?: string
      }[]
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 提请复议 Ask for reconsideration
   */
  'transfer.request-reconsideration': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 提请复议的理由
       */
      grounds: string
      /**
       * 提请复议文号
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 建议立案监督 Ask for supervision of the filing
   */
  'transfer.request-supervision': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 建议立案监督的理由
       */
      grounds: string
      /**
       * 建议立案监督函文号
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 要求补正 Ask for missing papers
   */
  'transfer.request-supplement': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 需要补正的材料
       */
      what: string
      /**
       * 补正通知文号
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 要求说明不立案理由 Require an explanation
   */
  'transfer.require-explanation': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 要求说明不立案理由通知书文号
       */
      documentNumber: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 转送有管辖权机关 Reroute to the organ that has jurisdiction
   */
  'transfer.reroute': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 转入的公安机关（成员单位）
       */
      to?: string
      /**
       * 转入的公安机关（非成员单位）
       */
      outside?: string
      /**
       * 转送理由
       */
      reason: string
      /**
       * 转送通知文号
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 恢复行政处理 Go on administratively
   */
  'transfer.return-to-administration': {
    input: {
      /**
       * 移送标识
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 移送公安机关，抄送检察院 Send to the police, copy to the procuratorate
   */
  'transfer.send': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 移送书文号，如 乌中市监罪移〔2026〕1号
       */
      letterNumber?: string
      /**
       * 涉嫌罪名，如 侵犯商业秘密罪（刑法第二百一十九条）
       */
      suspectedOffence: string
      /**
       * 涉嫌犯罪事实
       */
      facts: string
      /**
       * 移送依据
       */
      legalBasis: string
      /**
       * 涉嫌单位或人员
       *
       * @minItems 1
       * @maxItems 50
       */
      suspects?: {
        /**
         * 单位名称
         */
        company?: string
        /**
         * 姓名
         */
        person?: string
        /**
         * 统一社会信用代码 (GB 32100-2015)
         */
        uscc?: string
      }[]
      /**
       * 移送材料（国务院令第310号第六条）
       */
      documents: {
        /**
         * 涉嫌犯罪案件移送书
         */
        transferLetter: {
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
        }
        /**
         * 涉嫌犯罪案件情况的调查报告
         */
        investigationReport: {
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
        }
        /**
         * 涉案物品清单
         */
        exhibitList: {
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
        }
        /**
         * 检验报告或者鉴定意见
         *
         * @maxItems 50
         */
        appraisals: {
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
         * 未附检验报告、鉴定意见的原因
         */
        noAppraisal?: string
        /**
         * 附件清单：仅标识、摘要和大小，不含内容
         *
         * @maxItems 50
         */
        others?: {
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
      }
      /**
       * 涉案物品清单
       *
       * @maxItems 500
       */
      exhibits: {
        /**
         * 物品名称（不得写入商业秘密内容）
         */
        name: string
        /**
         * 数量，如 2台
         */
        quantity: string
        /**
         * 特征、型号、编号
         */
        features?: string
        /**
         * 存放地点
         */
        place?: string
        /**
         * 保管人或保管单位
         */
        custodian?: string
        /**
         * 已采取的措施：sealed 查封、seized 扣押、preserved 先行登记保存、none 无
         */
        measure?: 'sealed' | 'seized' | 'preserved' | 'none'
      }[]
      /**
       * 受移送的公安机关
       */
      to: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 移送起诉 Send for prosecution
   */
  'transfer.send-for-prosecution': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 该状态的日期
       */
      policeStatusOn?: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 不起诉案件反向衔接 Send back a case that came without a transfer
   *
   * 检察院对未经本平台移送的案件决定不起诉，需要行政处理的，由此开始反向衔接。
   *
   * A procuratorate decided not to prosecute a case that reached it without a transfer here.
   */
  'transfer.start-reverse': {
    input: {
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      /**
       * 有权处理的行政机关
       */
      administration?: string
      /**
       * 不起诉种类：statutory 法定、discretionary 酌定、insufficient-evidence 存疑
       */
      kind: 'statutory' | 'discretionary' | 'insufficient-evidence'
      /**
       * 不起诉决定书文号
       */
      documentNumber: string
      /**
       * 决定日期
       */
      decidedOn?: string
      /**
       * 涉嫌单位或人员
       *
       * @minItems 1
       * @maxItems 50
       */
      suspects?: {
        /**
         * 单位名称
         */
        company?: string
        /**
         * 姓名
         */
        person?: string
        /**
         * 统一社会信用代码 (GB 32100-2015)
         */
        uscc?: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 补正 Supply what was missing
   */
  'transfer.supplement': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 补正说明
       */
      text?: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 登记涉嫌犯罪 Note that a crime is suspected
   *
   * 案源须已登记且本单位为参与单位。有合理嫌疑即应当移送；涉案金额仅供参考，不是门槛（国务院令第310号第三条）。立案时填报涉嫌犯罪的线索自动登记，无须重复。
   *
   * On a registered case to which the agency is a party. Reasonable suspicion is enough; the amount informs and gates nothing. A clue filed with signs of a crime is noted by itself.
   */
  'transfer.suspect': {
    input: {
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      /**
       * @minItems 1
       * @maxItems 10
       *
       * Items: 涉嫌犯罪的依据
       */
      grounds: string[]
      /**
       * 涉案金额（元），仅供参考，不作为移送门槛
       */
      amountYuan?: number
      /**
       * 说明
       */
      note?: string
      /**
       * 同级检察院
       */
      procuratorate?: string
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 认定不立案理由成立 Uphold the reasons
   */
  'transfer.uphold-reasons': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 审查意见
       */
      note?: string
      /**
       * 不立案理由审查意见通知书文号
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 撤案 Withdraw the case
   */
  'transfer.withdraw': {
    input: {
      /**
       * 移送标识
       */
      id: string
      /**
       * 该状态的日期
       */
      policeStatusOn?: string
      /**
       * 撤案情形
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
       * 移送标识
       */
      id: string
      /**
       * 版本，用于 If-Match
       */
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
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
   * 取得协查的文书 A document of an assistance
   *
   * DOCX 可编辑，PDF 供打印盖章。未向本单位提供的内容显示为〔未提供〕，脱敏内容保持脱敏。缺省为 PDF、最近一份。
   *
   * DOCX to edit, PDF to print and seal. What the agency may not see reads 〔未提供〕; masks stay masks. By default the newest, as PDF.
   */
  'assistance.document': {
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
       * 文书种类：assistance-letter 协助调查函、external-letter 跨区域协助调查函、assistance-reply 协查复函
       */
      kind: 'assistance-letter' | 'external-letter' | 'assistance-reply'
    }
    answer: string
  }
  /**
   * 协查的文书 Documents of an assistance
   */
  'assistance.documents': {
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
         * 文书种类：assistance-letter 协助调查函、external-letter 跨区域协助调查函、assistance-reply 协查复函
         */
        kind: 'assistance-letter' | 'external-letter' | 'assistance-reply'
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
         * 文书种类：assistance-letter 协助调查函、external-letter 跨区域协助调查函、assistance-reply 协查复函
         */
        kind: 'assistance-letter' | 'external-letter' | 'assistance-reply'
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
   * 协查及办理过程 An assistance and what happened to it
   */
  'assistance.get': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
    }
    answer: {
      id: string
      version: number
      /**
       * 办理状态
       */
      status:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      /**
       * 成员单位代码，如 amr
       */
      requester: string
      /**
       * 现受请求单位
       */
      addressee?: string
      /**
       * 机制外的受请求单位
       */
      external?: string
      /**
       * 同一函件发往多个单位时的共同标识
       */
      circular?: string
      /**
       * 答复期限；接受前为希望答复的期限
       */
      dueAt?: string
      /**
       * 是否已延期
       */
      extended: boolean
      /**
       * 已复函次数
       */
      rounds: number
      letter: {
        /**
         * 协查函文号，如 乌中市监协〔2026〕1号
         */
        letterNumber?: string
        /**
         * 协查事由
         */
        title?: string
        /**
         * 协查事项
         *
         * @minItems 1
         * @maxItems 20
         */
        items?: {
          /**
           * 事项种类：询问、调取材料、辨认鉴别、现场检查、查封扣押、查询账户、其他
           */
          kind: 'inquiry' | 'document' | 'identification' | 'on-site' | 'seizure' | 'bank-account' | 'other'
          /**
           * 协查事项的具体内容
           */
          text: string
        }[]
        /**
         * 法律依据
         */
        legalBasis?: string
        /**
         * 审批人
         */
        approver?: {
          /**
           * 审批人代号
           */
          person: string
          /**
           * 审批人角色，如 agency-leader
           */
          role: string
          /**
           * 审批人所在机关的级别：县级、设区的市级、省级、国家级
           */
          level?: 'county' | 'city' | 'province' | 'national'
          /**
           * 审批人所在机关，如 巴彦淖尔市市场监督管理局
           */
          organ?: string
        }
        /**
         * 协查对象名称
         */
        targetName?: string
        /**
         * 协查对象统一社会信用代码
         */
        targetUscc?: string
        /**
         * 涉及的密点：仅编号、摘要、保管人、查阅地点
         *
         * @minItems 1
         * @maxItems 50
         */
        secretPoints?: {
          /**
           * 密点编号
           */
          number: string
          /**
           * 密点材料的 SHA-256
           */
          hash?: string
          /**
           * 保管单位
           */
          custodian?: string
          /**
           * 查阅地点
           */
          place?: string
        }[]
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
         * 希望答复的期限
         */
        dueAt?: string
        /**
         * 是否市场监管系统内协查
         */
        withinSystem?: boolean
        external?: unknown
      }
      /**
       * 同一函件发往的其他单位及其办理状态，仅请求单位可见
       */
      siblings?: {
        /**
         * UUID v7 (RFC 9562)
         */
        id: string
        /**
         * 成员单位代码，如 amr
         */
        addressee: string
        /**
         * 办理状态
         */
        status:
          | 'sent'
          | 'received'
          | 'accepted'
          | 'refused'
          | 'replied'
          | 'supplement-requested'
          | 'confirmed'
          | 'withdrawn'
          | 'closed'
        dueAt?: string
        updatedAt: string
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
   * 导出协查函 Export the letter
   *
   * 供请求单位带往机制外单位：事件原文及签名，可离线核验。复函以 import-reply 录入。
   *
   * For the requester to carry to a body outside: the signed event, verifiable offline. The reply comes in by import-reply.
   */
  'assistance.letter': {
    input: {
      /**
       * UUID v7 (RFC 9562)
       */
      id: string
    }
    answer: {
      format: 'wuhu.assistance-letter.v1'
      /**
       * 协查函内容
       */
      letter: {
        [k: string]: unknown
      }
      /**
       * 签名的事件原文
       */
      event: {
        [k: string]: unknown
      }
    }
  }
  /**
   * 本单位参与的协查 Assistances in which the agency takes part
   */
  'assistance.list': {
    input: {
      /**
       * 本单位为请求单位 requester，或现受请求单位 addressee
       */
      role?: 'requester' | 'addressee'
      /**
       * 办理状态
       */
      status?:
        | 'sent'
        | 'received'
        | 'accepted'
        | 'refused'
        | 'replied'
        | 'supplement-requested'
        | 'confirmed'
        | 'withdrawn'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
      /**
       * 同一函件发往的各单位
       */
      circular?: string
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        id: string
        version: number
        /**
         * 办理状态
         */
        status:
          | 'sent'
          | 'received'
          | 'accepted'
          | 'refused'
          | 'replied'
          | 'supplement-requested'
          | 'confirmed'
          | 'withdrawn'
          | 'closed'
        /**
         * 案源编号，如 150824-2026-000001
         */
        caseNumber: string
        /**
         * 成员单位代码，如 amr
         */
        requester: string
        /**
         * 现受请求单位
         */
        addressee?: string
        /**
         * 机制外的受请求单位
         */
        external?: string
        /**
         * 同一函件发往多个单位时的共同标识
         */
        circular?: string
        /**
         * 答复期限；接受前为希望答复的期限
         */
        dueAt?: string
        letterNumber: string
        title: string
        requestedAt: string
        updatedAt: string
      }[]
      next?: string
    }
  }
  /**
   * 取得会商的文书 A document of a consultation
   *
   * DOCX 可编辑，PDF 供打印盖章。未向本单位提供的内容显示为〔未提供〕，脱敏内容保持脱敏。缺省为 PDF、最近一份。
   *
   * DOCX to edit, PDF to print and seal. What the agency may not see reads 〔未提供〕; masks stay masks. By default the newest, as PDF.
   */
  'consultation.document': {
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
       * 文书种类：consultation-application 会商申请表、consultation-minutes 会商纪要
       */
      kind: 'consultation-application' | 'consultation-minutes'
    }
    answer: string
  }
  /**
   * 会商的文书 Documents of a consultation
   */
  'consultation.documents': {
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
         * 文书种类：consultation-application 会商申请表、consultation-minutes 会商纪要
         */
        kind: 'consultation-application' | 'consultation-minutes'
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
         * 文书种类：consultation-application 会商申请表、consultation-minutes 会商纪要
         */
        kind: 'consultation-application' | 'consultation-minutes'
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
   * 会商及办理过程 A consultation and what happened to it
   */
  'consultation.get': {
    input: {
      /**
       * 会商标识
       */
      id: string
    }
    answer: {
      id: string
      version: number
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
      /**
       * 成员单位代码，如 amr
       */
      proposer: string
      /**
       * 商业秘密种类：technical 技术信息、business 经营信息
       */
      secretKind: 'technical' | 'business'
      /**
       * 疑难问题（不得写入商业秘密内容）
       */
      question: string
      /**
       * 会商时间
       */
      meetsAt?: string
      /**
       * 援引的以往会商
       *
       * @minItems 1
       * @maxItems 20
       *
       * Items: 会商标识
       */
      cites?: string[]
      /**
       * 所聘专家、所委托鉴定机构，及其意见是否已收到
       */
      experts: {
        /**
         * 专家或鉴定机构标识
         */
        expert: string
        opinion?: {
          /**
           * 专家咨询意见 opinion、鉴定意见 appraisal
           */
          kind: 'opinion' | 'appraisal'
          /**
           * 收到日期
           */
          receivedOn: string
        }
      }[]
      /**
       * 会商后续事项
       */
      followUps: {
        number: number
        /**
         * 成员单位代码，如 amr
         */
        owner: string
        dueOn: string
        done: boolean
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
   * 本单位知悉的会商 Consultations that the agency knows
   *
   * q 按问题中的文字查找以往会商。
   *
   * q finds earlier consultations by words of the question.
   */
  'consultation.list': {
    input: {
      /**
       * 问题中的文字
       */
      q?: string
      /**
       * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
       */
      status?:
        | 'proposed'
        | 'declined'
        | 'accepted'
        | 'materials-ready'
        | 'convened'
        | 'held'
        | 'minutes-drafted'
        | 'minutes-signed'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
      /**
       * 商业秘密种类：technical 技术信息、business 经营信息
       */
      secretKind?: 'technical' | 'business'
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        id: string
        version: number
        /**
         * 办理状态：proposed 提请、declined 不予受理、accepted 受理、materials-ready 材料齐备、convened 已召集、held 已召开、minutes-drafted 纪要会签中、minutes-signed 纪要签署完毕、closed 办结
         */
        status:
          | 'proposed'
          | 'declined'
          | 'accepted'
          | 'materials-ready'
          | 'convened'
          | 'held'
          | 'minutes-drafted'
          | 'minutes-signed'
          | 'closed'
        /**
         * 案源编号，如 150824-2026-000001
         */
        caseNumber?: string
        /**
         * 成员单位代码，如 amr
         */
        proposer: string
        /**
         * 商业秘密种类：technical 技术信息、business 经营信息
         */
        secretKind: 'technical' | 'business'
        /**
         * 疑难问题（不得写入商业秘密内容）
         */
        question: string
        /**
         * 会商时间
         */
        meetsAt?: string
        proposedAt: string
        updatedAt: string
      }[]
      next?: string
    }
  }
  /**
   * 证据物品及其保管链 A piece of evidence and its custody
   */
  'evidence.get': {
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
       * 状态：held 保管中、in-transit 移交途中、returned 已发还、disposed 已处置
       */
      status: 'held' | 'in-transit' | 'returned' | 'disposed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      /**
       * 由此协查取得
       */
      assistance?: string
      /**
       * 保管单位
       */
      holder: string
      /**
       * 待接收单位
       */
      towards?: string
      /**
       * 证据种类：document 书证、object 物证、electronic 电子数据、audio-video 视听资料、other 其他
       */
      kind: 'document' | 'object' | 'electronic' | 'audio-video' | 'other'
      /**
       * 物品编号
       */
      number: string
      /**
       * 名称
       */
      name: string
      quantity?: string
      registeredAt?: string
      updatedAt: string
      /**
       * 保管链：经手单位、人员、时间，先后为序
       */
      chain: {
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
   * 本单位经手的证据物品及其保管链 Evidence that passed through the agency, with its custody
   */
  'evidence.list': {
    input: {
      /**
       * 案源编号，如 150824-2026-000001
       */
      case?: string
      /**
       * 由此协查取得
       */
      assistance?: string
      /**
       * 保管单位
       */
      holder?: string
      /**
       * 状态：held 保管中、in-transit 移交途中、returned 已发还、disposed 已处置
       */
      status?: 'held' | 'in-transit' | 'returned' | 'disposed'
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
         * 状态：held 保管中、in-transit 移交途中、returned 已发还、disposed 已处置
         */
        status: 'held' | 'in-transit' | 'returned' | 'disposed'
        /**
         * 案源编号，如 150824-2026-000001
         */
        caseNumber: string
        /**
         * 由此协查取得
         */
        assistance?: string
        /**
         * 保管单位
         */
        holder: string
        /**
         * 待接收单位
         */
        towards?: string
        /**
         * 证据种类：document 书证、object 物证、electronic 电子数据、audio-video 视听资料、other 其他
         */
        kind: 'document' | 'object' | 'electronic' | 'audio-video' | 'other'
        /**
         * 物品编号
         */
        number: string
        /**
         * 名称
         */
        name: string
        quantity?: string
        registeredAt?: string
        updatedAt: string
        /**
         * 保管链：经手单位、人员、时间，先后为序
         */
        chain: {
          at: string
          title: {
            zh: string
            en: string
          }
          event: unknown
        }[]
      }[]
      next?: string
    }
  }
  /**
   * 取得移送的文书 A document of a transfer
   *
   * DOCX 可编辑，PDF 供打印盖章。未向本单位提供的内容显示为〔未提供〕，脱敏内容保持脱敏。缺省为 PDF、最近一份。
   *
   * DOCX to edit, PDF to print and seal. What the agency may not see reads 〔未提供〕; masks stay masks. By default the newest, as PDF.
   */
  'transfer.document': {
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
       * 文书种类：criminal-transfer 涉嫌犯罪案件移送书、transfer-receipt 涉嫌犯罪案件移送书回执、opinion-answer 检察意见回复
       */
      kind: 'criminal-transfer' | 'transfer-receipt' | 'opinion-answer'
    }
    answer: string
  }
  /**
   * 移送的文书 Documents of a transfer
   */
  'transfer.documents': {
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
         * 文书种类：criminal-transfer 涉嫌犯罪案件移送书、transfer-receipt 涉嫌犯罪案件移送书回执、opinion-answer 检察意见回复
         */
        kind: 'criminal-transfer' | 'transfer-receipt' | 'opinion-answer'
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
         * 文书种类：criminal-transfer 涉嫌犯罪案件移送书、transfer-receipt 涉嫌犯罪案件移送书回执、opinion-answer 检察意见回复
         */
        kind: 'criminal-transfer' | 'transfer-receipt' | 'opinion-answer'
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
   * 移送及办理过程 A transfer and what happened to it
   *
   * 办公室仅见公开字段：可据此提示逾期，不涉及办理内容。
   *
   * The office sees open fields only: enough to tell a missed clock, nothing of the content.
   */
  'transfer.get': {
    input: {
      /**
       * 移送标识
       */
      id: string
    }
    answer: {
      id: string
      version: number
      /**
       * 办理状态
       */
      status:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      /**
       * 移送机关；检察院自行开始而未指明时没有
       */
      sender?: string
      /**
       * 现受案公安机关
       */
      police?: string
      /**
       * 检察院
       */
      procuratorate: string
      /**
       * 来源线索
       */
      clue?: string
      /**
       * 何时起处于此状态
       */
      since: string
      /**
       * 下一步
       */
      next?: {
        /**
         * 由谁办理下一步
         */
        agency?: string
        title: {
          zh: string
          en: string
        }
        /**
         * 适用的时限规则；到期时间见 GET /v1/deadlines
         */
        rules: string[]
      }
      /**
       * 立案审查期限是否已延长
       */
      extended: boolean
      /**
       * 涉案物品是否已移交
       */
      handedOver: boolean
      /**
       * 逾期的时限
       */
      missed: {
        rule: string
        /**
         * 承办单位
         */
        holder: string
        dueAt: string
      }[]
      /**
       * 正在计时的时限
       */
      deadlines: {
        rule: string
        /**
         * 承办单位
         */
        holder: string
        state: 'open' | 'suspended'
        /**
         * 到期时间；中止期间没有
         */
        dueAt?: string
      }[]
      /**
       * 入罪标准，仅供参考：有合理嫌疑即应当移送，金额不是门槛（国务院令第310号第三条）
       */
      thresholds: {
        id: string
        title: {
          zh: string
          en: string
        }
        amountYuan?: number
        source: string
        confidence: 'to verify'
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
   * 本单位知悉的移送 Transfers that the agency was told of
   */
  'transfer.list': {
    input: {
      /**
       * 本单位为移送机关 sender、现受案公安机关 police 或检察院 procuratorate
       */
      role?: 'sender' | 'police' | 'procuratorate'
      /**
       * 办理状态
       */
      status?:
        | 'suspected'
        | 'team-formed'
        | 'reported'
        | 'approved'
        | 'refused'
        | 'sent'
        | 'receipted'
        | 'supplement-requested'
        | 'supplemented'
        | 'rerouted'
        | 'accepted'
        | 'filed'
        | 'handed-over'
        | 'not-filed'
        | 'reconsideration-requested'
        | 'upheld'
        | 'reversed'
        | 'supervision-requested'
        | 'explanation-required'
        | 'explained'
        | 'filing-ordered'
        | 'reasons-upheld'
        | 'returned-to-administration'
        | 'withdrawn'
        | 'withdrawal-notified'
        | 'sent-for-prosecution'
        | 'prosecuted'
        | 'not-prosecuted'
        | 'reverse-accepted'
        | 'reverse-closed'
        | 'opinion-received'
        | 'opinion-answered'
        | 'closed'
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        id: string
        version: number
        /**
         * 办理状态
         */
        status:
          | 'suspected'
          | 'team-formed'
          | 'reported'
          | 'approved'
          | 'refused'
          | 'sent'
          | 'receipted'
          | 'supplement-requested'
          | 'supplemented'
          | 'rerouted'
          | 'accepted'
          | 'filed'
          | 'handed-over'
          | 'not-filed'
          | 'reconsideration-requested'
          | 'upheld'
          | 'reversed'
          | 'supervision-requested'
          | 'explanation-required'
          | 'explained'
          | 'filing-ordered'
          | 'reasons-upheld'
          | 'returned-to-administration'
          | 'withdrawn'
          | 'withdrawal-notified'
          | 'sent-for-prosecution'
          | 'prosecuted'
          | 'not-prosecuted'
          | 'reverse-accepted'
          | 'reverse-closed'
          | 'opinion-received'
          | 'opinion-answered'
          | 'closed'
        /**
         * 案源编号，如 150824-2026-000001
         */
        caseNumber: string
        /**
         * 移送机关；检察院自行开始而未指明时没有
         */
        sender?: string
        /**
         * 现受案公安机关
         */
        police?: string
        /**
         * 检察院
         */
        procuratorate: string
        /**
         * 来源线索
         */
        clue?: string
        /**
         * 何时起处于此状态
         */
        since: string
        /**
         * 下一步
         */
        next?: {
          /**
           * 由谁办理下一步
           */
          agency?: string
          title: {
            zh: string
            en: string
          }
          /**
           * 适用的时限规则；到期时间见 GET /v1/deadlines
           */
          rules: string[]
        }
        begunAt: string
        updatedAt: string
      }[]
      next?: string
    }
  }
  /**
   * 应移送未移送案件（检察院） Cases that should have been transferred (procuratorate)
   *
   * 有涉嫌犯罪的依据而未移送公安机关的案件及其原因，最早的在前。仅检察院可查。
   *
   * Cases with signs of a crime that did not go to the police, and why, oldest first. For procuratorates.
   */
  'transfer.untransferred': {
    input: {
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber?: string
      limit?: number
      /**
       * 上一页给出的游标
       */
      after?: string
    }
    answer: {
      items: {
        id: string
        /**
         * 案源编号，如 150824-2026-000001
         */
        caseNumber: string
        /**
         * 来源线索
         */
        clue?: string
        /**
         * 应当移送的机关
         */
        sender: string
        /**
         * 办理状态
         */
        status:
          | 'suspected'
          | 'team-formed'
          | 'reported'
          | 'approved'
          | 'refused'
          | 'sent'
          | 'receipted'
          | 'supplement-requested'
          | 'supplemented'
          | 'rerouted'
          | 'accepted'
          | 'filed'
          | 'handed-over'
          | 'not-filed'
          | 'reconsideration-requested'
          | 'upheld'
          | 'reversed'
          | 'supervision-requested'
          | 'explanation-required'
          | 'explained'
          | 'filing-ordered'
          | 'reasons-upheld'
          | 'returned-to-administration'
          | 'withdrawn'
          | 'withdrawal-notified'
          | 'sent-for-prosecution'
          | 'prosecuted'
          | 'not-prosecuted'
          | 'reverse-accepted'
          | 'reverse-closed'
          | 'opinion-received'
          | 'opinion-answered'
          | 'closed'
        suspectedAt: string
        since: string
        /**
         * 涉嫌犯罪的依据
         */
        grounds: string[]
        /**
         * 涉案金额（元），仅供参考
         */
        amountYuan?: number
        /**
         * 为何尚未移送
         */
        reasons: {
          code: 'no-team' | 'not-reported' | 'not-decided' | 'refused' | 'not-sent' | 'penalty-instead'
          title: {
            zh: string
            en: string
          }
          /**
           * 已持续的自然日数
           */
          days?: number
        }[]
        /**
         * 不批准移送的理由（记录在案）
         */
        refusal?: string
        /**
         * 已抄送的行政处罚决定书文号
         */
        penalties: string[]
        /**
         * 逾期的时限规则
         */
        missed: string[]
      }[]
      next?: string
    }
  }
}
