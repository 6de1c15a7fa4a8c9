import { expect, it } from "vitest";
import { isOfTheSystem, type SystemError, systemFault } from "../../src/cli/systemFault";

const error = (code: unknown, syscall: unknown, path?: string) => Object.assign(new Error(`${String(code)}: what Node says\nand more`), { code, syscall, ...(path === undefined ? {} : { path }) }) as SystemError;
const sentence = (fault: SystemError) => [systemFault(fault, "en"), systemFault(fault, "zh")];

it("an error is of the system's where it names a call and a code of it", () => {
  expect([error("ENOSPC", "write"), error("EAI_AGAIN", "getaddrinfo"), error("E2BIG", "spawn")].map(isOfTheSystem)).toEqual([true, true, true]);
  expect([error("ERR_INVALID", "write"), error("xENOENT", "open"), error("E", "open"), error("ENOENT", undefined), error(undefined, "open"), { code: "ENOENT", syscall: "open" }, "ENOENT"].map(isOfTheSystem)).toEqual([false, false, false, false, false, false, false]);
});

it.each<[string, string, string, string]>([
  ["open", "EACCES", "opening it: you may not", "打开时系统拒绝：没有权限"], ["read", "EIO", "reading it: the disk failed", "读取时系统拒绝：磁盘出错"], ["write", "ENOSPC", "writing it: the disk is full", "写入时系统拒绝：磁盘已满"], ["mkdir", "EEXIST", "making a folder of it: something of this name is there", "新建文件夹时系统拒绝：已有同名的文件"],
  ["rename", "EPERM", "putting in place it: you may not", "就位时系统拒绝：没有权限"], ["unlink", "EROFS", "removing it: this disk can only be read", "删除时系统拒绝：磁盘只读"], ["rm", "EISDIR", "removing it: it is a folder", "删除时系统拒绝：是文件夹"], ["scandir", "ENOTDIR", "listing it: part of its path is no folder", "列出时系统拒绝：路径中有一段不是文件夹"],
  ["stat", "ENOENT", "looking at it: it is not there", "查看时系统拒绝：不存在"], ["mkdtemp", "EDQUOT", "making a folder in it: your share of the disk is used up", "新建临时文件夹时系统拒绝：磁盘配额已用完"], ["fsync", "EMFILE", "writing it: too many files are open", "写入时系统拒绝：打开的文件过多"], ["copyfile", "ENOMEM", "copying it: there is not enough memory", "复制时系统拒绝：内存不足"],
  ["spawn", "ENOENT", "starting it: it is not there", "启动时系统拒绝：不存在"], ["listen", "EADDRINUSE", "listening on it: something else uses it", "监听时系统拒绝：已被占用"],
])("%s, %s", (syscall, code, en, zh) => {
  expect(sentence(error(code, syscall, "a/b.csv"))).toEqual([`a/b.csv: the system refused while ${en} (${code}). What was there is as it was.`, `a/b.csv：${zh} (${code})。原有文件保持不变。`]);
});

it("what has no words of ours is told in the system's", () => {
  expect(sentence(error("EXDEV", "link"))).toEqual(["a file: the system refused while link it: EXDEV: EXDEV: what Node says. What was there is as it was.", "一个文件：link时系统拒绝：EXDEV: EXDEV: what Node says。原有文件保持不变。"]);
  expect(systemFault(error("EX", "constructor", "a"), "en")).toContain("while constructor it: EX: EX: what Node says");
});
