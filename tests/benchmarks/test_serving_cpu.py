"""CPU time is that of the processes named, and of nobody else."""

import os
import subprocess
import sys
import time

import pytest

from benchmarks.serving import cpu


def test_work_is_counted_and_sleep_is_not():
    before = cpu.used_s([os.getpid()])
    time.sleep(0.05)
    asleep = cpu.used_s([os.getpid()]) - before
    while cpu.used_s([os.getpid()]) - before < 0.05:
        sum(range(10_000))

    assert asleep < 0.04


def test_a_family_holds_parent_and_child():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        family = cpu.family(os.getpid())

    assert {os.getpid(), child.pid} <= family


def test_a_process_that_ended_is_named():
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()

    with pytest.raises(cpu.ProcessGone, match=str(child.pid)):
        cpu.used_s([child.pid])
