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
       * 答复期限
       */
      dueAt: string
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
       * 新的答复期限
       */
      dueAt: string
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
       * 复函文号
       */
      letterNumber: string
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
   * 案源须已登记且本单位为参与单位。由本单位负责人审批；查封扣押、查询账户须由设区的市级以上机关主要负责人批准（反不正当竞争法第十六条）。
   *
   * On a registered case to which the agency is a party. Approved by a leader of the agency; seizure and bank-account by the head of a bureau at city level or above.
   */
  'assistance.request': {
    input: {
      /**
       * 案源编号，如 150824-2026-000001
       */
      caseNumber: string
      /**
       * 协查函文号，如 乌中市监协〔2026〕1号
       */
      letterNumber: string
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
       * 受请求单位
       */
      addressee: string
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
}

export interface Queries {
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
      addressee: string
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
      }
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
        addressee: string
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
}
