import { h, type FunctionalComponent, type VNodeChild } from 'vue'

const caseNo = /([A-Z]{2,4}\d{6}-\d{4,})/

/** Text in which a case number never breaks at its hyphen. */
export const caseText = (text: string): VNodeChild[] =>
  text.split(caseNo).map((part, index) => (index % 2 === 1 ? h('span', { class: 'unbroken' }, part) : part))

export const CaseText: FunctionalComponent<{ text: string }> = (props) => caseText(props.text)
CaseText.props = { text: { type: String, required: true } }
