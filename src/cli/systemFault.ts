import type { Bilingual, Language } from "../bilingual";

/** An error that the operating system gave: no room, no permission, nothing there. */
export interface SystemError extends NodeJS.ErrnoException {
  readonly code: string;
  readonly syscall: string;
}

export const isOfTheSystem = (error: unknown): error is SystemError =>
  error instanceof Error && typeof (error as SystemError).syscall === "string" && /^E(?!RR_)[A-Z0-9_]+$/.test((error as SystemError).code);

const DOING: Readonly<Record<string, Bilingual>> = {
  open: { en: "opening", zh: "打开" }, read: { en: "reading", zh: "读取" }, write: { en: "writing", zh: "写入" }, mkdir: { en: "making a folder of", zh: "新建文件夹" },
  rename: { en: "putting in place", zh: "就位" }, unlink: { en: "removing", zh: "删除" }, rm: { en: "removing", zh: "删除" }, scandir: { en: "listing", zh: "列出" }, stat: { en: "looking at", zh: "查看" },
  mkdtemp: { en: "making a folder in", zh: "新建临时文件夹" }, fsync: { en: "writing", zh: "写入" }, copyfile: { en: "copying", zh: "复制" }, spawn: { en: "starting", zh: "启动" }, listen: { en: "listening on", zh: "监听" },
};

const WHY: Readonly<Record<string, Bilingual>> = {
  ENOSPC: { en: "the disk is full", zh: "磁盘已满" }, EDQUOT: { en: "your share of the disk is used up", zh: "磁盘配额已用完" }, EACCES: { en: "you may not", zh: "没有权限" }, EPERM: { en: "you may not", zh: "没有权限" },
  EROFS: { en: "this disk can only be read", zh: "磁盘只读" }, ENOENT: { en: "it is not there", zh: "不存在" }, EMFILE: { en: "too many files are open", zh: "打开的文件过多" }, EIO: { en: "the disk failed", zh: "磁盘出错" },
  EEXIST: { en: "something of this name is there", zh: "已有同名的文件" }, EADDRINUSE: { en: "something else uses it", zh: "已被占用" }, EISDIR: { en: "it is a folder", zh: "是文件夹" }, ENOTDIR: { en: "part of its path is no folder", zh: "路径中有一段不是文件夹" }, ENOMEM: { en: "there is not enough memory", zh: "内存不足" },
};

/** What the system refused, and what was being done. */
export function systemFault({ code, syscall, path, message }: SystemError, language: Language): string {
  const doing = Object.hasOwn(DOING, syscall) ? DOING[syscall][language] : syscall;
  const why = Object.hasOwn(WHY, code) ? `${WHY[code][language]} (${code})` : `${code}: ${message.split("\n")[0]}`;
  const what = path ?? (language === "zh" ? "一个文件" : "a file");
  return language === "zh"
    ? `${what}：${doing}时系统拒绝：${why}。原有文件保持不变。`
    : `${what}: the system refused while ${doing} it: ${why}. What was there is as it was.`;
}
