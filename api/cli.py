"""The command line: `python -m api.cli --help`, or `sibu` once installed."""

from __future__ import annotations

import gc
import json
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from api.kit import schema
from api.kit.db import Database, UnsafeDatabase
from api.settings import BadSetting, Settings

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
out = Console(highlight=False, soft_wrap=True)
ROOT = Path(__file__).parent.parent
SELDOM = (20_000, 20, 20)
"""How often garbage is looked for: the rooms, made once and kept, were gone through again and again while they were read,
which had cost a quarter of a start."""


def main() -> None:
    """Run a command; settings and databases that are refused end with one clear line instead of a trace."""
    gc.set_threshold(*SELDOM)
    try:
        app()
    except (BadSetting, UnsafeDatabase) as error:
        out.print(f"[red]Sibu does not start:[/red] {error}")
        sys.exit(2)


def _ready(settings: Settings) -> Database:
    """The database, found durable and brought to the newest revision, with the forms that come with the program."""
    from api import routes
    from api.forms import founding
    from api.intake.phrases import founding as phrases

    assert routes  # the rooms tell the forms what they may be about
    db = Database(settings.database_url)
    db.assert_durable()
    schema.upgrade(db)
    founding.lay_in(db)
    phrases.lay_in(db)
    return db


@app.command()
def start() -> None:
    """Set up the database, fill an empty one with the demo network, and serve: what `make run` does."""
    from api import demo

    settings = Settings.read()
    _port_is_free(settings)
    out.print("· database: bringing it to the newest revision")
    db = _ready(settings)
    if demo.is_empty(db):
        out.print("· demo: filling the empty database with stations, people, customers, devices and cases")
        with out.status("") as status:
            demo.fill(db, settings, tell=lambda text: status.update(f"  {text}"))
    if demo.is_demo(db):
        _show_sign_ins(settings, db)
    _serve(settings, db)


@app.command()
def serve() -> None:
    """Serve the API and the screens on a database that is ready; never makes an account."""
    settings = Settings.read()
    _port_is_free(settings)
    db = Database(settings.database_url)
    db.assert_durable()
    have, newest = schema.current(db)
    if have != newest:
        out.print(
            f"[red]The database is at revision {have}, this program needs {newest}: run `sibu migrate` first.[/red]"
        )
        raise typer.Exit(2)
    _serve(settings, db)


@app.command()
def migrate() -> None:
    """Bring the database to the newest revision; safe to call from several replicas at once."""
    db = _ready(Settings.read())
    out.print(f"database at revision {schema.current(db)[0]}")


@app.command()
def worker() -> None:
    """Run the worker alone: sequencer, clocks, jobs. For a network of several API replicas."""
    from api.worker import run_worker

    run_worker(Settings.read())


@app.command()
def demo() -> None:
    """Fill an empty database with the demo network and show its sign-ins."""
    from api import demo as network

    settings = Settings.read()
    db = _ready(settings)
    if not network.is_empty(db):
        out.print("[red]The database is not empty: the demo fills only an empty one.[/red]")
        raise typer.Exit(2)
    network.fill(db, settings, tell=lambda text: out.print(f"  {text}"))
    _show_sign_ins(settings, db)


@app.command("create-admin")
def create_admin(account: str, name: str) -> None:
    """Make the first system administrator of a database without demo; shows a code to set the password with once."""
    from api.network.foundation import CannotFound
    from api.network.foundation import create_admin as create

    try:
        code = create(_ready(Settings.read()), account, name)
    except CannotFound as error:
        out.print(f"[red]{error}[/red]")
        raise typer.Exit(2) from error
    out.print(f"{account} may set a password within 30 minutes with this code, shown only now:\n\n  {code}\n")


@app.command()
def openapi(
    check: Annotated[bool, typer.Option(help="Only compare with the committed document.")] = False,
) -> None:
    """Write `openapi.json`, from which the screens' types and third parties' clients are made."""
    from api.main import create_app

    settings = Settings(database_url="sqlite://", data_dir=ROOT, secret=b"0" * 32)
    text = json.dumps(create_app(settings).openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    path = ROOT / "openapi.json"
    if check:
        if not path.exists() or path.read_text("utf-8") != text:
            out.print("[red]openapi.json is not what the routes say: run `make openapi` and commit it.[/red]")
            raise typer.Exit(1)
        return
    path.write_text(text, "utf-8")
    out.print(f"wrote {path.name}")


@app.command("import")
def import_(
    mapping: Annotated[Path, typer.Argument(help="Mapping file (TOML), such as api/imports/mappings/….toml.")],
    source: Annotated[Path, typer.Argument(help="The CSV file, or the folder the mapping names files of.")],
    report: Annotated[Path | None, typer.Option(help="Write refused rows here as CSV.")] = None,
    check: Annotated[bool, typer.Option(help="Read and judge every row, import nothing.")] = False,
    station: Annotated[
        str | None, typer.Option(help="Code of the station that gets the cases; the centre if none.")
    ] = None,
) -> None:
    """Import a CSV through a mapping file; a second run adds nothing, bad rows are listed with line and reason."""
    from api.imports.command import run

    db = _ready(Settings.read())
    raise typer.Exit(run(db, mapping, source, report=report, check_only=check, out=out, station=station))


_Exchange = Annotated[str, typer.Option(envvar="SIBU_EXCHANGE", help="The exchange's id.")]
_Secret = Annotated[
    str,
    typer.Option(
        envvar="SIBU_EXCHANGE_SECRET", prompt=True, hide_input=True, help="Its signing secret; better by variable."
    ),
]
_Address = Annotated[str, typer.Option(envvar="SIBU_ADDRESS", help="Where the API answers.")]


@app.command("simulate-calls")
def simulate_calls(
    exchange: _Exchange,
    secret: _Secret,
    address: _Address = "http://localhost:8000",
    rate: Annotated[float, typer.Option(help="Calls a minute.", min=0.01, max=6000)] = 6.0,
    seed: Annotated[int, typer.Option(help="The same seed, the same calls.")] = 1,
    agents: Annotated[str, typer.Option(help="Extensions at which calls ring, such as 1001,1002.")] = "1001",
    calls: Annotated[int, typer.Option(help="How many come in; 0: until Ctrl+C.", min=0)] = 0,
    numbers: Annotated[str, typer.Option(help="Callers' numbers; made up if none.")] = "",
    by_screen: Annotated[bool, typer.Option(help="Calls ring until somebody takes them on his screen.")] = False,
) -> None:
    """Act as an exchange: calls come in, ring, are answered and end. For demonstration and tests."""
    from api.intake.telephony.exchange_side.playing import play
    from api.intake.telephony.exchange_side.sender import Sender
    from api.intake.telephony.exchange_side.simulator import Manner

    manner = Manner(
        per_minute=rate, by_screen=by_screen, calls=calls or None, numbers=tuple(filter(None, numbers.split(",")))
    )
    extensions = [one.strip() for one in agents.split(",") if one.strip()]
    with Sender(address, exchange, secret) as sender:
        play(sender, extensions, seed, manner, tell=lambda text: out.print(text, markup=False))


@app.command("telephony-ami")
def telephony_ami(
    exchange: _Exchange,
    secret: _Secret,
    username: Annotated[str, typer.Option(envvar="SIBU_AMI_USER", help="User of Asterisk's manager.conf.")],
    password: Annotated[str, typer.Option(envvar="SIBU_AMI_PASSWORD", prompt=True, hide_input=True)],
    host: Annotated[str, typer.Option(help="Where Asterisk's manager interface listens.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 5038,
    context: Annotated[
        str, typer.Option(help="The dial plan's context for calls out and transfers.")
    ] = "from-internal",
    address: _Address = "http://localhost:8000",
) -> None:
    """Read Asterisk's events and tell the API of its calls; do there what agents ask for. Runs until it is ended."""
    import signal
    import threading

    from api.intake.telephony.exchange_side.asterisk import Adapter, Door, SignInRefused
    from api.intake.telephony.exchange_side.sender import Sender

    over = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: over.set())
    try:
        with Sender(address, exchange, secret) as sender:
            Adapter(Door(host, port, username, password, context), sender, over).run()
    except SignInRefused as error:
        out.print(f"[red]Asterisk refuses the sign-in at {host}:{port}.[/red]")
        raise typer.Exit(2) from error


@app.command("verify-log")
def verify_log() -> None:
    """Walk the chain of facts and name the first row that was changed, if any."""
    from api.events.verify import verify_log as verify
    from api.system import System

    settings = Settings.read()
    report = verify(System(settings, _ready(settings)))
    out.print(str(report))
    raise typer.Exit(0 if report.whole else 1)


def _port_is_free(settings: Settings) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            out.print(
                f"[red]Port {settings.port} is taken ({error.strerror}).[/red] "
                f"Stop what uses it, or choose another: SIBU_PORT={settings.port + 1 if settings.port else 8001} make run"
            )
            raise typer.Exit(2) from error


def _show_sign_ins(settings: Settings, db: Database) -> None:
    from api import demo as network

    password, where = network.password(settings)
    out.print(f"\n[bold]Demo sign-ins[/bold] (password for all: [bold]{password}[/bold], {where})")
    for row in network.sign_ins(db):
        out.print(f"  {row['account']:<22} {row['role_label']}  {row['name']} · {row['station']}")
    out.print("")


def _serve(settings: Settings, db: Database) -> None:
    import uvicorn

    from api.kit.serving import OPTIONS
    from api.main import create_app
    from api.system import END_SECONDS

    options: dict[str, object] = dict(OPTIONS)
    scheme = "http"
    host = "localhost" if settings.host in ("127.0.0.1", "0.0.0.0") else settings.host  # noqa: S104 - compared only
    if settings.lan:
        from api import lan

        files = lan.certificate_files(settings.data_dir)
        options |= {"ssl_certfile": str(files.certificate), "ssl_keyfile": str(files.key)}
        scheme = "https"
        out.print(lan.invitation(files, settings.port, ansi=out.is_terminal), markup=False)
    out.print(f"Desk   {scheme}://{host}:{settings.port}/\nField  {scheme}://{host}:{settings.port}/field/")
    out.print(f"API    {scheme}://{host}:{settings.port}/api/v1   (documents at /api/docs)\nStop with Ctrl+C.\n")
    app = create_app(settings, db, serve=True)
    gc.freeze()  # what is here now stays: no search goes through it
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=",".join(settings.trusted_proxies) or None,
        timeout_graceful_shutdown=round(END_SECONDS - settings.drain_seconds),
        **options,  # type: ignore[arg-type]
    )


if __name__ == "__main__":
    main()
