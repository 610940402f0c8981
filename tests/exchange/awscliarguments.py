"""Reads lists of arguments with the AWS CLI's own code and prints the parameters it would call the service with.

Standard input: a JSON array of arguments a line. Standard output: for each line a JSON object of parameters, or null
where the AWS CLI refuses the arguments. No request is made: what would make it is replaced.
"""

import contextlib
import io
import json
import os
import sys

os.environ.update(AWS_ACCESS_KEY_ID="AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY="example", AWS_CLI_AUTO_PROMPT="off")

from awscli import clidriver  # noqa: E402

calls = []


def keep(self, service_name, operation_name, parameters, parsed_globals):
    calls.append(parameters)
    return 0


clidriver.CLIOperationCaller.invoke = keep
driver = None
for number, line in enumerate(sys.stdin):
    if number % 50 == 0:  # each call leaves handlers behind, which slow down the next
        driver = clidriver.create_clidriver()
    calls.clear()
    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        try:
            driver.main(json.loads(line))
        except SystemExit:
            pass
    print(json.dumps(calls[0] if len(calls) == 1 else None))
