import os
seen = []
for name in "stat meminfo loadavg cpuinfo uptime version interrupts softirqs diskstats vmstat zoneinfo slabinfo buddyinfo partitions filesystems modules devices misc locks keys key-users kallsyms kmsg kcore config.gz sched_debug timer_list swaps cmdline sys net/dev bus scsi driver fs irq tty pressure/cpu sysrq-trigger sysvipc/shm".split():
    if os.path.exists("/proc/" + name):
        seen.append(name)
seen += [name for name in ("/sys", "/sys/class/net", "/sys/fs/cgroup", "/run", "/var/log") if os.path.exists(name)]
print("seen", seen, os.uname().nodename)
