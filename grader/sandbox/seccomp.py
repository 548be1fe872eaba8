"""Seccomp: system calls that no exercise needs are refused, whatever the other layers allow.

Needs: Linux with libseccomp 2 (Debian and Ubuntu have it; elsewhere install the package libseccomp).
Without it a worker may make user namespaces of its own, memory that no limit counts, and sockets of
kinds that Landlock does not know; the other layers still hold what they hold.
"""

import errno
import socket

try:
    import pyseccomp
except (ImportError, OSError, RuntimeError):  # the C library is missing, which shows at import
    pyseccomp = None

REFUSED = (
    # other processes' memory and signals
    "ptrace", "process_vm_readv", "process_vm_writev", "kcmp", "pidfd_getfd", "process_madvise",
    # other programs: a Python of its own would have every shortcut that was switched off
    "execve", "execveat",
    # namespaces and mounts of its own
    "unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "open_tree", "move_mount", "fsopen", "fsconfig",
    "fsmount", "fspick", "mount_setattr",
    # memory and queues that no limit counts
    "shmget", "shmat", "msgget", "semget", "mq_open", "userfaultfd", "secretmem", "memfd_secret",
    # ways into the kernel
    "bpf", "perf_event_open", "io_uring_setup", "io_uring_enter", "io_uring_register", "keyctl", "add_key",
    "request_key", "kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module", "modify_ldt",
    "personality", "reboot", "swapon", "swapoff", "acct", "quotactl", "syslog", "settimeofday", "clock_settime",
    "clock_adjtime", "adjtimex", "sethostname", "setdomainname", "iopl", "ioperm", "nfsservctl", "vhangup",
    "open_by_handle_at", "name_to_handle_at", "lookup_dcookie", "fanotify_init",
)  # fmt: skip
ALSO_WITHOUT_CUDA = ("memfd_create",)
"""The CUDA driver may use these."""

NEW_USER_NAMESPACE = 0x10000000


def restrict(*, cuda: bool) -> None:
    """Refuse the system calls for this process and its children for good.

    Raises:
        OSError: libseccomp is missing, or the kernel takes no filter.
    """
    if pyseccomp is None:
        raise OSError(errno.ENOSYS, "libseccomp is not installed")
    refuse = pyseccomp.ERRNO(errno.EPERM)
    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    for name in REFUSED + (() if cuda else ALSO_WITHOUT_CUDA):
        if pyseccomp.resolve_syscall(pyseccomp.system_arch(), name) >= 0:  # negative: not on this machine
            rules.add_rule(refuse, name)
    # The C library falls back from clone3, whose flags a filter cannot see, to clone.
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")
    flag = pyseccomp.Arg(0, pyseccomp.MASKED_EQ, NEW_USER_NAMESPACE, NEW_USER_NAMESPACE)
    rules.add_rule(refuse, "clone", flag)
    # Sockets between the worker's own processes are all that is left.
    rules.add_rule(refuse, "socket", pyseccomp.Arg(0, pyseccomp.NE, socket.AF_UNIX))
    rules.load()
