/** What is drawn of a .docx; all lengths in points. */
export type Doc = Readonly<{ page: Page; headers: Edges; footers: Edges; blocks: readonly Block[] }>
export type Page = Readonly<{
  width: number
  height: number
  top: number
  bottom: number
  left: number
  right: number
  /** of the header and footer from the edges of the paper */
  header: number
  footer: number
}>
/** `first` only where the first page has its own. */
export type Edges = Readonly<{ usual: readonly Block[]; first: readonly Block[] | null }>

export type Block = Paragraph | Table
export type Align = 'left' | 'center' | 'right' | 'both'
export type Paragraph = Readonly<{
  kind: 'paragraph'
  align: Align
  left: number
  right: number
  /** of the first line, from `left`; below nothing it hangs out */
  first: number
  before: number
  after: number
  line: Readonly<{ rule: 'auto' | 'exact' | 'atLeast'; value: number }>
  keepNext: boolean
  pageBefore: boolean
  /** neither its first nor its last line stands alone on a page */
  noWidows: boolean
  tabs: readonly number[]
  /** how high an empty line is */
  size: number
  pieces: readonly Piece[]
}>

export type Look = Readonly<{ size: number; bold: boolean; underline: boolean }>
export type Piece =
  | (Look & Readonly<{ kind: 'text'; text: string }>)
  | (Look & Readonly<{ kind: 'field'; field: 'page' | 'pages' }>)
  | (Look & Readonly<{ kind: 'tab' }>)
  | Readonly<{ kind: 'break'; page: boolean }>
  | Readonly<{ kind: 'picture'; bytes: Uint8Array; width: number; height: number }>

export type Table = Readonly<{
  kind: 'table'
  left: number
  centred: boolean
  columns: readonly number[]
  rows: readonly Row[]
}>
export type Row = Readonly<{
  cells: readonly Cell[]
  height: number
  /** not to be parted over two pages */
  whole: boolean
  /** said again on each page */
  header: boolean
}>
export type Sides = Readonly<{ top: number; bottom: number; left: number; right: number }>
export type Cell = Readonly<{
  column: number
  span: number
  /** how a cell that reaches over several rows goes on */
  merge: 'none' | 'begins' | 'continues'
  vertical: 'top' | 'center' | 'bottom'
  /** thickness; 0 for none */
  borders: Sides
  margins: Sides
  blocks: readonly Block[]
}>
