"""Runs Python scripts that Braketeer exported and says what each would send.

Standard input: a JSON array of scripts. Standard output: a JSON object a line, {"request": …} or {"error": "…"}.
Argument "boto3" puts a boto3 in place that records the arguments of create_job(); "sdk" a Braket SDK, too.
The scripts are parsed by Python's own parser first: nothing but imports, assignments, one call and print may be in them.
"""

import ast, io, json, os, sys, types
from contextlib import redirect_stdout

sent = []


class Client:
    def __init__(self, name, **options):
        assert name == "braket", name
        self.options = options

    def create_job(self, **request):
        sent.append(request)
        return {"jobArn": "arn:aws:braket:us-west-2:000000000000:job/x"}


class Session:
    def __init__(self, profile_name=None, region_name=None):
        self.profile_name, self.region_name = profile_name, region_name

    def client(self, name, **options):
        return Client(name, **options)


def check(tree):
    calls = {"Session", "client", "create_job", "create", "print", "AwsSession", "CheckpointConfig", "InstanceConfig",
             "OutputDataConfig", "S3DataSourceConfig", "StoppingCondition"}
    allowed = (ast.Module, ast.Import, ast.ImportFrom, ast.alias, ast.Assign, ast.Expr, ast.Call, ast.keyword, ast.Name,
               ast.Load, ast.Store, ast.Attribute, ast.Constant, ast.Dict, ast.List, ast.UnaryOp, ast.USub,
               ast.Subscript)
    for node in ast.walk(tree):
        assert isinstance(node, allowed), ast.dump(node)
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            assert name in calls, name


boto3 = types.ModuleType("boto3")
boto3.Session = Session
sys.modules["boto3"] = boto3
if "sdk" in sys.argv:
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "fakesdk"))

for script in json.load(sys.stdin):
    sent.clear()
    try:
        tree = ast.parse(script)
        check(tree)
        with redirect_stdout(io.StringIO()):
            exec(compile(tree, "script", "exec"), {})
        assert len(sent) == 1, sent
        print(json.dumps({"request": sent[0]}))
    except Exception as error:
        print(json.dumps({"error": repr(error)}))
