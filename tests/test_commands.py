"""Every command of ours says what it is for."""

import pytest
from django.conf import settings
from django.core.management import call_command

COMMANDS = sorted(
    path.stem for path in settings.ROOT.glob("*/management/commands/*.py") if not path.stem.startswith("_")
)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_what_it_is_for(name, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command(name, "--help")
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert name in said and len(said.split("options:")[0].split("\n\n")[1]) > 10
