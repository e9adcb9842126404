import { CryptoFault } from '../crypto.ts'

/** Why a file was not kept, as it is stored with the case. */
export type FaultCode =
  | 'expired'
  | 'too-large'
  | 'empty'
  | 'type-refused'
  | 'bad-key'
  | 'damaged'
  | 'bad-address'
  | 'network'
  | 'disk-full'
  | 'disk'

export class MediaFault extends Error {
  override readonly name = 'MediaFault'
  readonly code: FaultCode
  constructor(code: FaultCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

const BY_ERRNO: Readonly<Record<string, FaultCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'disk',
  EACCES: 'disk',
  EPERM: 'disk',
  EIO: 'disk',
  EMFILE: 'disk',
  ENOENT: 'disk',
  ENOTDIR: 'disk',
  EEXIST: 'disk',
  // OpenSSL: the last block was not whole
  ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH: 'damaged',
}

/** What any error of a download means; what we do not know is the network's fault and tried again. */
export function faultOf(error: unknown): FaultCode {
  if (error instanceof MediaFault || error instanceof CryptoFault) return error.code
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof MediaFault) return at.code
    const known = 'code' in at && typeof at.code === 'string' ? BY_ERRNO[at.code] : undefined
    if (known) return known
  }
  return 'network'
}
