import type { OfficerRole } from '@wuhu/contracts'
import type { Acting, Standing } from './acting.ts'

export const now = '2026-06-01T09:00:00+08:00'

/** An officer of the agency that runs the office. */
export const officer = (role: OfficerRole): Acting => ({
  ...{ agency: 'amr', person: 'p-1', role },
  ...{ office: true, justice: false }
})
export const staff = officer('office-staff')
export const head = officer('office-head')
export const convener = officer('convener')
/** An officer of any other agency. */
export const officerOf = (agency: string, role: OfficerRole = 'handler'): Acting => ({
  ...{ agency, person: 'p-9', role },
  ...{ office: false, justice: agency === 'justice' }
})
/** The service itself, for the office: nobody in person. */
export const machine: Acting = { agency: 'amr', office: true, justice: false }

export const standing = (agency: string): Standing => ({
  agency,
  registered: agency !== 'nobody',
  assessable: !['court', 'procuratorate', 'nobody'].includes(agency)
})

export const approvedBy = ({ person = '', role = '' }: Acting) => ({ person, role: role as OfficerRole })
