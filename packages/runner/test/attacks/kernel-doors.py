import ctypes, platform
libc = ctypes.CDLL(None, use_errno=True)
X86 = dict(bpf=321, perf_event_open=298, io_uring_setup=425, io_uring_register=427, userfaultfd=323, kexec_load=246, kexec_file_load=320, init_module=175, finit_module=313,
  delete_module=176, fanotify_init=300, iopl=172, ioperm=173, modify_ldt=154, lookup_dcookie=212, nfsservctl=180, quotactl=179, process_madvise=440, move_pages=279, migrate_pages=256, mbind=237,
  set_mempolicy=238, pidfd_open=434, pidfd_send_signal=424, timer_create=222, io_setup=206, uselib=134, vhangup=153, swapon=167, settimeofday=164, clock_settime=227, adjtimex=159, syslog=103)
ARM = dict(bpf=280, perf_event_open=241, io_uring_setup=425, io_uring_register=427, userfaultfd=282, kexec_load=104, init_module=105, finit_module=273, fanotify_init=262, pidfd_open=434, timer_create=107, io_setup=0, syslog=116)
opened = []
for name, number in (X86 if platform.machine() == "x86_64" else ARM).items():
    ctypes.set_errno(0)
    if libc.syscall(number, 0, 0, 0, 0, 0, 0) != -1 or ctypes.get_errno() not in (1, 38):
        opened.append((name, ctypes.get_errno()))
print("opened", opened)
