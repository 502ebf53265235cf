#!/bin/sh
# Runs the link checker's schedule against 1,000,000 links on 50,000 hosts, and a year of nights, in virtual time, with the same
# assertions as the tests.
set -eu
cd "$(dirname "$0")/../.."
exec swift test -c release --scratch-path .build/simulated -Xswiftc -enable-testing --filter 'SimulatedWebTests|NightsTests'
