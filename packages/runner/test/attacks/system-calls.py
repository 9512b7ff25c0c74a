import ctypes, platform
libc = ctypes.CDLL(None, use_errno=True)
X86 = dict(ptrace=101, mount=165, umount2=166, pivot_root=155, chroot=161, unshare=272, setns=308, bpf=321, perf_event_open=298, keyctl=250, add_key=248,
  request_key=249, io_uring_setup=425, io_uring_enter=426, userfaultfd=323, process_vm_readv=310, process_vm_writev=311, kexec_load=246, init_module=175,
  finit_module=313, pidfd_open=434, pidfd_getfd=438, memfd_create=319, memfd_secret=447, open_by_handle_at=304, fsopen=430, open_tree=428, clone3=435,
  setuid=105, personality=135, modify_ldt=154, ioperm=173, quotactl=179, acct=163, swapon=167, reboot=169, settimeofday=164, inotify_init1=294,
  msgget=68, shmget=29, semget=64, mq_open=240, vmsplice=278, process_madvise=440, landlock_create_ruleset=444, seccomp=317, rt_sigqueueinfo=129, fanotify_init=300)
ARM = dict(ptrace=117, mount=40, umount2=39, unshare=97, setns=268, bpf=280, keyctl=219, io_uring_setup=425, userfaultfd=282, process_vm_readv=270)
numbers = X86 if platform.machine() == "x86_64" else ARM
allowed = []
for name, number in numbers.items():
    ctypes.set_errno(0)
    first = 0x1234 if name == "personality" else 0
    if libc.syscall(number, first, 0, 0, 0, 0, 0) != -1 or ctypes.get_errno() not in (1, 38):
        allowed.append((name, ctypes.get_errno()))
for flags in (0x10000000, 0x20000000, 0x40000000, 0x00020000, 0x7E020000, 0x80):
    if libc.syscall(272, flags) != -1:
        allowed.append(("unshare", flags))
print("allowed", allowed)
