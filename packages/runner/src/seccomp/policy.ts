/**
 * What a program in the sandbox may ask of the kernel.
 *
 * Theory. Everything that is not named is answered ENOSYS, as an older kernel would, so that runtimes fall back.
 * What is named falls in three groups: always allowed; refused with the errno that programs understand; and judged by
 * its arguments. Tests look at the low 32 bits alone, because the kernel itself takes these arguments as int;
 * no test looks behind a pointer, which another thread could change after the look.
 *
 * Invariants.
 * 1. No process: clone without CLONE_THREAD, fork and vfork fail, clone3 (whose flags lie behind a pointer) does not exist.
 *    So limits per process hold for the run, on machines without a cgroup too, and a verdict is the same everywhere.
 * 2. No memory that RLIMIT_DATA does not count: no shared anonymous mapping, memfd, System V segment, huge page.
 * 3. No socket but a local pair and NETLINK_ROUTE (os.networkInterfaces() asks it; the network namespace is empty).
 *    getsockopt is narrow: standard output is a socket, and SO_PEERCRED would tell of the judge.
 *    Nothing is sent or read out of band: that path of local sockets is the one in which the kernel's own bugs were.
 * 4. No lock is taken and no lease: inputs are shared between runs. Locks succeed without locking.
 * 5. Nothing that drains a quota of the user: inotify, keys, message queues, queued signals (those from 34 on, of which each
 *    one sent is kept; 32 and 33 are the C library's own).
 * 6. No choice of processor or priority: a run stays where the judge put it.
 */
export type Verdict = number;

export interface ArgumentTest {
  readonly argument: 0 | 1 | 2 | 3 | 4 | 5;
  /** equals: the whole value; any: one bit of the mask at least; all: every bit of the mask. */
  readonly holds: "equals" | "any" | "all";
  readonly value: number;
}

export interface Clause {
  readonly when: readonly ArgumentTest[];
  readonly then: Verdict;
}

/** The first clause whose tests all hold decides, else `otherwise`. */
export interface Rule {
  readonly clauses: readonly Clause[];
  readonly otherwise: Verdict;
}

export type Policy = ReadonlyMap<string, Rule>;

export const ALLOW: Verdict = 0x7fff0000;
export const KILL_PROCESS: Verdict = 0x80000000;
const errno = (number: number): Verdict => 0x00050000 | number;
export const NOT_PERMITTED = errno(1);
export const NO_SUCH_CALL = errno(38);
const SUCCEED_WITHOUT_DOING = errno(0);
const ACCESS_DENIED = errno(13);
const NOT_A_TERMINAL = errno(25);
const NOT_SUPPORTED = errno(95);
const NO_SUCH_FAMILY = errno(97);

const words = (text: string): string[] => text.trim().split(/\s+/);

const ALWAYS = words(`
  read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 open openat openat2 creat close close_range
  stat fstat lstat newfstatat statx statfs fstatfs access faccessat faccessat2 lseek getcwd chdir fchdir getdents getdents64
  readlink readlinkat mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 link linkat symlink symlinkat
  chmod fchmod fchmodat chown fchown lchown fchownat utime utimes utimensat futimesat umask truncate ftruncate fallocate
  fsync fdatasync sync_file_range fadvise64 readahead copy_file_range sendfile
  poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2 eventfd eventfd2
  pipe pipe2 dup dup2 dup3 timerfd_create timerfd_settime timerfd_gettime signalfd signalfd4
  mprotect pkey_mprotect pkey_alloc pkey_free munmap mremap brk madvise mincore msync
  futex futex_waitv futex_wake futex_wait futex_requeue set_robust_list set_tid_address rseq membarrier restart_syscall
  sched_yield nanosleep clock_nanosleep clock_gettime clock_getres gettimeofday time times getitimer setitimer alarm pause
  rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait sigaltstack
  exit exit_group wait4 waitid execve
  getpid getppid gettid getuid geteuid getgid getegid getresuid getresgid getgroups getpgrp getpgid getsid setsid setpgid
  getpriority getrusage getrlimit setrlimit uname sysinfo getcpu getrandom arch_prctl
  sched_getaffinity sched_getparam sched_getscheduler sched_get_priority_max sched_get_priority_min
  shutdown getsockname getpeername bind`);

const REFUSED = words(`
  setuid setgid setreuid setregid setresuid setresgid setgroups setfsuid setfsgid capset
  mount umount2 pivot_root chroot unshare setns mknod mknodat
  ptrace process_vm_readv process_vm_writev kcmp bpf perf_event_open keyctl add_key request_key
  mlock mlockall mlock2 shmget shmat shmctl shmdt msgget semget mq_open
  sethostname setdomainname reboot syslog inotify_init inotify_init1 inotify_add_watch
  setpriority sched_setaffinity sched_setscheduler sched_setparam sched_setattr ioprio_set fork vfork setsockopt sendmsg sendmmsg`);

const REFUSED_BY_ACCESS = words("connect listen accept accept4");
const EXTENDED_ATTRIBUTES = words(`
  setxattr lsetxattr fsetxattr getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr
  removexattr lremovexattr fremovexattr`);

const equals = (argument: ArgumentTest["argument"], value: number): ArgumentTest => ({ argument, holds: "equals", value });
const plain = (otherwise: Verdict): Rule => ({ clauses: [], otherwise });
const oneOf = (argument: ArgumentTest["argument"], values: readonly number[], then: Verdict): Clause[] =>
  values.map((value) => ({ when: [equals(argument, value)], then }));

const CLONE_THREAD = 0x10000;
/** CLONE_NEWTIME, NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const CLONE_NEW_NAMESPACE = 0x7e020080;
const MAP_SHARED_ANONYMOUS = 0x21;
const MAP_HUGETLB = 0x40000;
const F_LOCKS = [6, 7, 37, 38]; // SETLK, SETLKW, OFD_SETLK, OFD_SETLKW
const F_HARMLESS = [0, 1, 2, 3, 4, 5, 36, 1030, 1032, 1033, 1034]; // DUPFD, GETFD … GETLK, CLOEXEC, pipe size, seals
const IOCTL_HARMLESS = [0x5401, 0x5413, 0x541b, 0x5421, 0x5450, 0x5451]; // TCGETS, WINSZ, FIONREAD, FIONBIO, FIO(N)CLEX
/** PDEATHSIG, DUMPABLE (get and set), names, SECCOMP get, CAPBSET_READ, NO_NEW_PRIVS get, names of mappings. */
const PRCTL_HARMLESS = [2, 3, 4, 15, 16, 21, 23, 39, 0x53564d41];
const SOCKET_OPTIONS_READ = [3, 4, 38, 39]; // SO_TYPE, ERROR, PROTOCOL, DOMAIN
const MSG_OOB = 1;
const AF_UNIX = 1;
const AF_NETLINK = 16;

/** Signals 34 to 63 have bit 5 and one of bits 1 to 4; 64 has bit 6. */
const unqueued = (argument: ArgumentTest["argument"]): Rule => ({
  clauses: [
    {
      when: [
        { argument, holds: "all", value: 0x20 },
        { argument, holds: "any", value: 0x1e },
      ],
      then: NOT_PERMITTED,
    },
    { when: [{ argument, holds: "any", value: 0x40 }], then: NOT_PERMITTED },
  ],
  otherwise: ALLOW,
});

const inBand = (argument: ArgumentTest["argument"]): Rule => ({
  clauses: [{ when: [{ argument, holds: "any", value: MSG_OOB }], then: NOT_SUPPORTED }],
  otherwise: ALLOW,
});

const BY_ARGUMENT: Record<string, Rule> = {
  clone: {
    clauses: [
      { when: [{ argument: 0, holds: "any", value: CLONE_NEW_NAMESPACE }], then: NOT_PERMITTED },
      { when: [{ argument: 0, holds: "all", value: CLONE_THREAD }], then: ALLOW },
    ],
    otherwise: NOT_PERMITTED,
  },
  clone3: plain(NO_SUCH_CALL),
  mmap: {
    clauses: [
      { when: [{ argument: 3, holds: "all", value: MAP_SHARED_ANONYMOUS }], then: NOT_PERMITTED },
      { when: [{ argument: 3, holds: "any", value: MAP_HUGETLB }], then: NOT_PERMITTED },
    ],
    otherwise: ALLOW,
  },
  fcntl: {
    clauses: [...oneOf(1, F_LOCKS, SUCCEED_WITHOUT_DOING), ...oneOf(1, F_HARMLESS, ALLOW)],
    otherwise: NOT_PERMITTED,
  },
  kill: unqueued(1),
  tkill: unqueued(1),
  tgkill: unqueued(2),
  sendto: inBand(3),
  recvfrom: inBand(3),
  recvmsg: inBand(2),
  flock: plain(SUCCEED_WITHOUT_DOING),
  ioctl: { clauses: oneOf(1, IOCTL_HARMLESS, ALLOW), otherwise: NOT_A_TERMINAL },
  prctl: { clauses: oneOf(0, PRCTL_HARMLESS, ALLOW), otherwise: NOT_PERMITTED },
  prlimit64: { clauses: oneOf(0, [0], ALLOW), otherwise: NOT_PERMITTED },
  personality: { clauses: oneOf(0, [0xffffffff, 0], ALLOW), otherwise: NOT_PERMITTED },
  socketpair: { clauses: oneOf(0, [AF_UNIX], ALLOW), otherwise: NO_SUCH_FAMILY },
  socket: { clauses: [{ when: [equals(0, AF_NETLINK), equals(2, 0)], then: ALLOW }], otherwise: ACCESS_DENIED },
  getsockopt: {
    clauses: SOCKET_OPTIONS_READ.map((option) => ({ when: [equals(1, 1), equals(2, option)], then: ALLOW })),
    otherwise: NOT_PERMITTED,
  },
};

/** The one policy of every run, whatever the runtime. */
export const POLICY: Policy = new Map([
  ...ALWAYS.map((name): [string, Rule] => [name, plain(ALLOW)]),
  ...REFUSED.map((name): [string, Rule] => [name, plain(NOT_PERMITTED)]),
  ...REFUSED_BY_ACCESS.map((name): [string, Rule] => [name, plain(ACCESS_DENIED)]),
  ...EXTENDED_ATTRIBUTES.map((name): [string, Rule] => [name, plain(NOT_SUPPORTED)]),
  ...Object.entries(BY_ARGUMENT),
]);
