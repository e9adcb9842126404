import type { BackupFaultCode } from '../domain/backup/fault.ts'
import { wallClock } from '../domain/calendar/zone.ts'
import type { Words } from './fault.ts'

const command = (rest: string): string => `npm run shaozi -- ${rest}`
const says = (problem: string, mend: string): Words => ({ problem, mend })
type Sentence = (detail: string) => Words

/** Why it was not done, and what to do. `detail` is a path or what a tool of the system said. */
const faults: Readonly<Record<BackupFaultCode, Sentence>> = {
  'no-key': () =>
    says(
      '还没有备份密钥，备份里有群众的姓名和电话，不能不加密就放着',
      `先运行 ${command('backup --make-key backup.key')}，照它说的做；确实要不加密的，加上 --plain`,
    ),
  'key-file': (file) =>
    says(`备份密钥文件 ${file} 读不了`, '检查 .env 里 BACKUP_KEY_FILE 写的路径，和运行哨子的用户能不能读它'),
  'bad-key': (file) =>
    says(
      file === '' ? '备份密钥写错了' : `文件 ${file} 里没有能用的备份密钥`,
      '密钥是 AGE-SECRET-KEY-1 开头的一整行，一个字符都不能少；从抄存的那一份重新填',
    ),
  'key-exists': (file) =>
    says(`已经有文件 ${file}，没有覆盖`, '密钥丢了，旧的备份就打不开了；要新的密钥，换一个文件名'),
  'other-key': (id) =>
    says(
      `这份备份是用另一把密钥加密的（${id}）`,
      '备份的文件名里写着密钥的编号；把 BACKUP_KEY_FILE 指向当时的那一把，再试一次',
    ),
  'no-archive': (file) => says(`没有文件 ${file}`, '看一下文件名有没有写错；备份和旁边的 files 文件夹要一起拷贝'),
  'no-archives': (folder) =>
    says(`文件夹 ${folder} 里没有备份`, `先运行 ${command('backup')}；备份在别处的，检查 BACKUP_DIR`),
  'which-archive': (names) =>
    says(`没有说恢复哪一份，最近的是：\n      ${names}`, `把文件名写在后面：${command('restore 文件名')}`),
  'not-an-archive': (file) =>
    says(`${file} 不是哨子的备份`, '备份的文件名像 shaozi-20261130-033000-98qxn0lw.tar.gz.age，不要改名'),
  damaged: (file) =>
    says(`${file} 不完整，或者被改动过，什么都没有恢复`, '换一份备份；如果是拷贝来的，重新拷贝一次，再试'),
  'other-database': (provider) =>
    says(
      `这份备份是 ${provider === 'sqlite' ? 'SQLite（本机文件）' : 'PostgreSQL'} 数据库的，和现在的 DATABASE_URL 不是一种`,
      '把 DATABASE_URL 改成同一种数据库，再恢复',
    ),
  'database-damaged': (file) =>
    says(`数据库文件已经损坏：${file}`, `旧的备份都还在。停掉哨子，用最近的一份恢复：${command('restore 备份文件')}`),
  'chain-broken': () =>
    says(
      '事件记录或查看记录被改动过，备份照做了',
      `运行 ${command('verify')} 看是哪一条；以前完整的备份不要删，交给县里查`,
    ),
  'files-lost': (what) =>
    says(
      `有存下的照片或文件丢了，或者被改动过${what === '' ? '' : `（${what}）`}`,
      `运行 ${command('verify')} 看是哪些；从更早的备份里能找回来`,
    ),
  'keys-unfit': () => says('备份里的身份密钥和数据库对不上，什么都没有恢复', '换一份备份'),
  busy: () => says('另一个备份或恢复正在进行', '等它做完，过几分钟再试'),
  'no-room': (folder) =>
    says(`磁盘空间不够：${folder}`, '清出空间，或把 BACKUP_DIR 改到更大的盘；没有写完的已经删掉，原来的都还在'),
  'cannot-write': (folder) =>
    says(`写不进去：${folder}`, '检查文件夹在不在（移动硬盘有没有插好），运行哨子的用户有没有写的权限'),
  'not-empty': (folder) => says(`文件夹 ${folder} 不是空的`, '换一个新的文件夹名，哨子会自己建'),
  'no-database': (file) =>
    says(`没有数据库 ${file}`, '在哨子的安装文件夹里运行；数据库在别处的，用 DATABASE_URL 或 DATA_DIR 指明'),
  'no-pg-tools': (program) =>
    says(`这台机器上没有 ${program}`, '安装 PostgreSQL 的客户端，版本不低于数据库：apt-get install postgresql-client'),
  'pg-failed': (said) =>
    says(
      `PostgreSQL 的工具没有做成：${said}`,
      '照上面的英文原因处理；版本不一致的，安装和数据库同版本的 postgresql-client',
    ),
  'no-createdb': (said) =>
    says(
      `数据库的这个用户不能新建数据库：${said}`,
      '恢复和升级要一个临时的数据库。用管理员运行：ALTER ROLE 用户名 CREATEDB;',
    ),
  'self-test': (what) =>
    says(`升级以后检查没有通过：${what}`, '数据库已经退回升级以前的样子；装回原来的版本启动，把这句话发给维护的人'),
}

const MB = 1024 * 1024
const size = (bytes: number): string => (bytes < MB ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MB).toFixed(1)} MB`)

/** What backup, restore and upgrade say at the terminal. */
export const wordingBackup = {
  faults,
  help: {
    backup: '备份：数据库、照片和文件、乡镇配置、身份密钥，加密后放到 BACKUP_DIR；不用停哨子',
    out: '放到别的文件夹，例如移动硬盘；那里的旧备份不会删',
    plain: '不加密。身份密钥不会放进去，要自己另外保存',
    makeKey: '生成一把新的备份密钥，写到这个文件里',
    restore: '恢复：先检查，再替换，原来的留在旁边；要先停哨子',
    to: '恢复到一个新文件夹，不动现在的',
    drill: '试一试最近的一份能不能恢复，试完就删，不动现在的；不用停哨子',
    yes: '确认替换',
    upgrade: '升级数据库：先备份，再升级，再检查；不成就自动退回原样。要先停哨子',
    check: '只看一下要做什么，什么都不动',
  },
  cannotBackUp: '没有备份成：',
  cannotRestore: '没有恢复：',
  cannotDrill: '备份试恢复没有成功：',
  cannotUpgrade: '没有升级：',
  undone: '没有升级成，数据库已经退回升级以前的样子，一个字都没有变：',
  keyMade: (file: string, id: string) =>
    `已生成备份密钥（编号 ${id}），写在 ${file}。\n  1. 在 .env 里写上 BACKUP_KEY_FILE=${file}，再重新启动哨子。\n  2. 把这个文件另外存一份（打印出来锁进保险柜，或存在另外的 U 盘），不要和备份放在一起。\n  丢了密钥，备份就谁也打不开。`,
  made: (to: string, bytes: number, events: number | null, files: number, fresh: number, gone: number) =>
    `已备份到 ${to}（${size(bytes)}）：${events === null ? '' : `事件 ${events} 条，`}照片和文件 ${files} 个（新增 ${fresh} 个）。${gone === 0 ? '' : `按规则删掉了 ${gone} 份旧的。`}`,
  keepTogether: '拷到别处时，要连旁边的 files 文件夹一起拷。',
  plainMade: (keys: string) =>
    `注意：这份没有加密，谁拿到都能看；身份密钥 ${keys} 没有放进去，请另外保存，不要放在一起。`,
  changedFiles: (count: number) =>
    `有 ${count} 个存下的文件被改动过，没有备份它们；运行 ${command('verify')} 看是哪些。`,
  would: (archive: string, at: Date, places: readonly string[]) =>
    `检查通过：${archive}，${wallClock(at)} 的备份。\n要替换的是：\n${places.map((place) => `  · ${place}`).join('\n')}\n这以后的内容会没有（原来的会留在旁边，名字里有 before）。确认替换，后面加上 --yes 再运行一次。`,
  restored: (at: Date, events: number, files: number, aside: readonly string[]) =>
    `已恢复到 ${wallClock(at)}：事件 ${events} 条，放回照片和文件 ${files} 个。\n${aside.length === 0 ? '' : `原来的留在这里，确认没有问题以后再删：\n${aside.map((place) => `  · ${place}`).join('\n')}\n`}现在可以启动哨子；建议先运行 ${command('doctor')}。`,
  lostFiles: (count: number) =>
    `有 ${count} 个照片或文件在备份里找不到，没有放回来：备份旁边的 files 文件夹可能没有拷全。`,
  unpacked: (folder: string, database: string, files: number) =>
    `已恢复到文件夹 ${folder}（照片和文件 ${files} 个），现在用的没有动。要用它启动，在 .env 里写：\n  DATA_DIR=${folder}\n  DATABASE_URL=file:${database}\n  TOWN_CONFIG=${folder}/town`,
  unpackedDump: (folder: string, file: string, files: number) =>
    `已取出到文件夹 ${folder}（照片和文件 ${files} 个）。数据库是 ${file}，要恢复到 PostgreSQL：把 DATABASE_URL 指向新的空库，运行 ${command('restore 备份文件 --yes')}。`,
  drilled: (archive: string, events: number, files: number, reports: number) =>
    `${archive} 可以恢复：事件 ${events} 条、照片和文件 ${files} 个、考核 ${reports} 份都核对过。现在用的没有动。`,
  drilledBroken: '注意：这份备份做的时候，事件记录就已经被改动过了。',
  nothingPending: '数据库已经是这个版本的，不用升级。',
  wouldUpgrade: (names: readonly string[]) =>
    `要做的：\n  1. 备份\n  2. 升级数据库 ${names.length} 步：${names.join('、')}\n  3. 检查；不成就退回原样\n确认以后运行 ${command('upgrade')}。`,
  notReadyMend: `先解决它，再升级；运行 ${command('doctor --offline')} 看怎么办`,
  upgraded: (names: readonly string[], archive: string) =>
    `升级好了，${names.length} 步：${names.join('、')}。升级以前的备份：${archive}\n现在可以启动哨子。`,

  check: {
    name: '备份',
    drill: '备份试恢复',
    keyless: '没有设置备份密钥，不会自动备份',
    keylessMend: `运行 ${command('backup --make-key backup.key')}，照它说的写进 .env`,
    off: 'BACKUP_AT=off，不会自动备份',
    offMend: `记得每天自己运行 ${command('backup')}，或去掉 BACKUP_AT`,
    never: '还没有备份过',
    neverMend: `运行一次 ${command('backup')}`,
    last: (at: Date) => `最近一次是 ${wallClock(at)}`,
    old: (at: Date) => `最近一次是 ${wallClock(at)}，已经两天多没有备份`,
    oldMend: `运行一次 ${command('backup')}，看它说什么；再看磁盘满没满、移动硬盘在不在`,
    drilled: (at: Date) => `最近一次是 ${wallClock(at)}，可以恢复`,
    neverDrilled: '还没有试过能不能恢复',
    neverDrilledMend: `运行一次 ${command('restore --drill')}`,
    sameDisk: (folder: string) => `备份和数据在同一块盘上（${folder}），这块盘坏了就都没有了`,
    sameDiskMend: '把 BACKUP_DIR 改到另一块盘或移动硬盘，或每周拷一份出去',
  },
} as const
