using Kb.Web.Hosting;

namespace Kb.Web.Tests.Hosting;

public sealed class DataFolderTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), "kb-tests", Path.GetRandomFileName());

    [Fact]
    public void Open_makes_a_folder_that_only_its_owner_may_read()
    {
        var folder = DataFolder.Open(_path);

        Assert.True(Path.IsPathFullyQualified(folder.Root));
        if (!OperatingSystem.IsWindows())
        {
            var mode = File.GetUnixFileMode(folder.Root);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, mode);
            Assert.Equal(mode, File.GetUnixFileMode(folder.Keys));
        }
    }

    [Fact]
    public void Subfolders_appear_only_when_somebody_needs_them()
    {
        var folder = DataFolder.Open(_path);

        Assert.Empty(Directory.GetDirectories(folder.Root));
        Assert.True(Directory.Exists(folder.Models));
        Assert.True(Directory.Exists(folder.Attachments));
    }

    [Fact]
    public void The_repository_is_found_from_any_folder_of_binaries_inside_it()
    {
        Assert.True(File.Exists(Path.Combine(Installation.Root, "Kb.sln")));
        Assert.Equal(Path.Combine(Installation.Root, "data"), Installation.DefaultData);
        Assert.True(Directory.Exists(Installation.DefaultContent));
    }

    [Fact]
    public void A_published_binary_keeps_its_data_beside_itself_even_inside_the_repository()
    {
        var published = Path.Combine(_path, "kb");
        Directory.CreateDirectory(Path.Combine(published, "content"));
        File.WriteAllText(Path.Combine(_path, "Kb.sln"), "");

        Assert.Equal(published, Installation.FindRoot(published));
    }

    public void Dispose()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
