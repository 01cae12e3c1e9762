"""Java: OpenAPI Generator makes the classes, `javac` compiles them with the walk, the machine's Java runs it.

The libraries that the result needs come as its pom.xml says where Maven reaches a repository; else from the generator, which
carries Jackson, and from Debian's folder of jars.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.clients.generators import environment
from tests.clients.running import DOCUMENT, EXAMPLES, Failed, LeftOut, run

PROPERTIES = "invokerPackage=sibu,apiPackage=sibu.api,modelPackage=sibu.model,enumUnknownDefaultCase=true"
ALONE = "apis,models,supportingFiles,apiDocs=false,modelDocs=false,apiTests=false,modelTests=false"
DEBIAN = Path("/usr/share/java")
JARS = {
    "httpmime": "libhttpmime-java", "geronimo-annotation-1.3-spec": "libgeronimo-annotation-1.3-spec-java",
    "jsr305": "libjsr305-java",
}  # fmt: skip
HEAP = "-Xmx1g"


def walked(folder: Path, env: Mapping[str, str]) -> str:
    """What the walk said.

    :raises LeftOut: there is no JDK, or nowhere to have the libraries from.
    """
    if missing := [tool for tool in ("java", "javac") if not shutil.which(tool)]:
        raise LeftOut(f"no {' and no '.join(missing)} on this machine: install a JDK, 17 or newer")
    package = environment() / "lib"
    jar = next(package.glob("python*/site-packages/openapi_generator_cli/openapi-generator.jar"))
    options = ("--additional-properties", f"{PROPERTIES},openApiNullable=false", "--global-property", ALONE)
    made = ("generate", "-g", "java", "--library", "native", "-i", DOCUMENT, "-o", "client", *options)
    run("java", HEAP, "-jar", jar, *made, cwd=folder, env=env)
    libraries = _libraries(folder, env, jar)
    sources = [str(path) for path in (folder / "client/src/main/java").rglob("*.java")]
    (folder / "sources").write_text("\n".join(f'"{path}"' for path in sources), "utf-8")
    compiled = ("-proc:none", "-nowarn", "-encoding", "UTF-8", "-d", "out")
    run("javac", f"-J{HEAP}", *compiled, "-cp", libraries, "@sources", cwd=folder, env=env)
    whole = f"{folder / 'out'}:{libraries}"
    run("javac", *compiled, "-cp", whole, EXAMPLES / "Walk.java", cwd=folder, env=env)
    return run("java", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", whole, "Walk", cwd=folder, env=env)


def _libraries(folder: Path, env: Mapping[str, str], jar: Path) -> str:
    if shutil.which("mvn"):
        try:
            told = ("dependency:build-classpath", "-Dmdep.outputFile=classpath", "-Dmdep.includeScope=compile")
            run("mvn", "-q", "-B", "-f", "client/pom.xml", *told, cwd=folder, env=env)
            return (folder / "client/classpath").read_text("utf-8").strip()
        except Failed:
            pass  # no repository within reach
    if missing := [package for name, package in JARS.items() if not (DEBIAN / f"{name}.jar").exists()]:
        raise LeftOut(f"Maven reaches no repository, and Debian's {', '.join(missing)} is not installed")
    return ":".join([str(jar), *(str(DEBIAN / f"{name}.jar") for name in JARS)])
